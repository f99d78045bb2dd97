import type { NewShareLink, ShareLinkRequest } from '@/lib/contracts/share-link'
import type { IncomingRow } from '@/lib/server/candidates/store/candidates'
import { applicant } from './stored-people'

export const sharedJob = { account: 'main', jobId: '4100000901' }

/** What stands in the fields of the marked person, each told apart from all other text. */
export const marks = {
  applicationId: 'app-zq-771199',
  firstName: 'Zebedia',
  lastName: 'Quorvane',
  publicIdentifier: 'zebedia-quorvane-5150',
  profile: 'profiles.example/in/',
  companyUrl: 'companies.example/kestrel',
  mail: 'zq.private@mail.example',
  studioMail: 'hello@quiet-atelier.example',
  homeMail: 'zq.home@mail.example',
  handle: 'zebediaquorvane88',
  schoolMail: 'zq.alumni@college.example',
  fieldPhone: '+44 20 7946 0958',
  phone: '+33 6 12 34 56 78',
  message: 'Wintermessagemark',
  description: 'Harbourdescriptionmark',
  raw: 'rawtextmark',
}

/** Somebody whose every field says who they are, among others who are plain. */
export function markedPeople(): IncomingRow[] {
  const { applicationId, firstName, lastName, publicIdentifier, mail, phone } = marks
  const row = applicant(applicationId, {
    position: 1,
    firstName,
    lastName,
    fullName: `${firstName} ${lastName}`,
    headline: `${firstName}’s growth work, ${mail}`,
    rating: 'GOOD_FIT',
    isTopChoice: true,
    topChoiceMessage: `${marks.message}: call me on ${phone}.\nBest, ${firstName} ${lastName.slice(0, 1)}.`,
    publicIdentifier,
    profileUrl: `https://${marks.profile}${publicIdentifier}`,
    education: [
      {
        school: `${firstName} ${lastName} Academy, ${marks.schoolMail}`,
        degree: `MSc Tidal Engineering, thesis by ${lastName} (https://${marks.profile}${publicIdentifier})`,
        field: `Hydraulics · ${marks.fieldPhone} · ${firstName}`,
        dateRange: `2008 - 2012, ask ${marks.schoolMail}`,
      },
      { school: 'Harbour College', degree: 'BSc Physics', field: null, dateRange: '2004 - 2008' },
    ],
    location: `${firstName} ${lastName}, Lyon, France, ${marks.homeMail}`,
    experiences: [
      {
        title: 'Growth lead',
        company: 'Kestrel Works',
        description: `${marks.description} with ${lastName}, see https://${marks.profile}${publicIdentifier}`,
        dateRange: 'Jan 2020 - Present',
      },
      { title: `Maker, #${marks.handle}`, company: `Freelance · ${marks.studioMail} · ${phone}` },
      { title: 'Analyst', company: `${lastName} & Daughters`, dateRange: 'Jan 2015 - Dec 2018' },
    ],
  })
  const experiences = row.person.experiences.map((job) => ({
    ...job,
    companyUrl: `https://${marks.companyUrl}`,
  }))
  const others = ['Amra Testova', 'Bela Beispiel', 'Ciro Esempio'].map((fullName, at) => {
    const [first = '', last = ''] = fullName.split(' ')
    return applicant(`app-other-${at}`, {
      position: at === 0 ? 0 : at + 1,
      firstName: first,
      lastName: last,
      fullName,
      headline: 'Accountant',
      rating: at === 1 ? 'MAYBE' : 'NOT_A_FIT',
      isTopChoice: false,
      location: 'Kyoto, Japan',
      experiences: [{ title: 'Accountant', company: 'Contoso', dateRange: `Jan ${2010 + at} - Dec 2019` }],
    })
  })
  return [
    { ...row, raw: JSON.stringify({ mark: marks.raw }), person: { ...row.person, experiences } },
    ...others,
  ]
}

/** A request for a link that shows the least, but for what is told. */
export const linkRequest = (told: Partial<ShareLinkRequest> = {}): ShareLinkRequest => ({
  jobId: sharedJob.jobId,
  account: null,
  kind: 'live',
  view: '',
  applicationIds: null,
  title: 'For the hiring team',
  fields: { names: false, message: false, descriptions: false, profileLinks: false },
  days: 14,
  passcode: null,
  mayRespond: true,
  ...told,
})

export const guestApi = ({ token }: Pick<NewShareLink, 'token'>) => `/api/s/${token}`
