import { applicant } from './stored-people'

export const names = [
  'Zora Quillfeather',
  'Orsino Mossgrove',
  'Nadia Thistlewick',
  'Milo Brackenridge',
  'Ines Fernhollow',
]
export const [firstNames, lastNames] = [0, 1].map((at) => names.map((name) => name.split(' ')[at] ?? '')) as [
  string[],
  string[],
]
export const idOf = (at: number) => `p-${at}`
/** People whose names stand in every text of theirs. */
export const everyone = names.map((fullName, at) =>
  applicant(idOf(at), {
    ...{ position: at, fullName, firstName: firstNames[at]!, lastName: lastNames[at]! },
    publicIdentifier: `handle-${lastNames[at]!.toLowerCase()}-${at}`,
    profileUrl: `https://network.example/in/handle-${lastNames[at]!.toLowerCase()}-${at}`,
    headline: `${fullName}, engineer at ${lastNames[at]} Consulting`,
    location: 'Berlin, Germany',
    topChoiceMessage: `Hi, ${firstNames[at]} here. Mail ${firstNames[at]!.toLowerCase()}.${lastNames[at]!.toLowerCase()}@mail.example`,
    isTopChoice: true,
    experiences: [
      {
        title: 'Engineer',
        company: `${lastNames[at]} Consulting`,
        description: `${fullName} built it.`,
        dateRange: '1/2020 - Present',
      },
    ],
    education: [
      { school: 'Town University', degree: 'BSc 2011', field: 'Physics', dateRange: '2008 - 2011' },
    ],
  }),
)
/** What tells who somebody is: their names, and where they are reached. */
export const secrets = new RegExp(
  [...firstNames, ...lastNames, 'mail\\.example', 'network\\.example'].join('|'),
  'i',
)
/** When they graduated. */
export const years = /2008|2011/
