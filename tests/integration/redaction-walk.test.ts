import { beforeEach, describe, expect, test } from 'vitest'
import { facets } from '@/lib/contracts/facets'
import { guestDetail, guestLink, guestPage } from '@/lib/contracts/guest'
import { mayShow, type ShareFieldKey, shareFieldKeys, type ShareFields } from '@/lib/contracts/share-fields'
import { newShareLink, type ShareLinkRequest } from '@/lib/contracts/share-link'
import { guestFacetKeys } from '@/lib/contracts/share-words'
import { sortKeys } from '@/lib/contracts/words'
import { onEachEngine } from './engines'
import { httpDesk } from './http-desk'
import { guestApi, linkRequest, markedPeople, marks, sharedJob } from './shared-people'
import { store } from './stored-people'

const fieldsThat = (isShown: (key: ShareFieldKey, at: number) => boolean) =>
  Object.fromEntries(shareFieldKeys.map((key, at) => [key, isShown(key, at)])) as ShareFields
const combinations = Array.from({ length: 2 ** shareFieldKeys.length }, (_, bits) =>
  fieldsThat((_key, at) => (bits >> at) % 2 === 1),
)

// Of any two fields all four cases: enough where the other engine has walked every combination of the same code.
const pairs = [fieldsThat(() => false), ...shareFieldKeys.map((left) => fieldsThat((key) => key !== left))]

/** What stands for each field in what is walked: whoever adds one says here what would tell it. */
const tellingOf: Record<ShareFieldKey, readonly string[]> = {
  names: [
    marks.firstName,
    marks.lastName,
    marks.mail,
    marks.phone,
    marks.studioMail,
    marks.homeMail,
    marks.handle,
    marks.schoolMail,
    marks.fieldPhone,
    'Testova',
    'Beispiel',
  ],
  message: [marks.message],
  descriptions: [marks.description],
  profileLinks: [marks.publicIdentifier, marks.profile, marks.companyUrl],
}

/** What only readers get, in quotes or at the start of a word: a random id may hold these letters in a row. */
const fieldsOfReaders =
  /"(?:firstSeenAt|goneAt|publicIdentifier|isNew|isRerated|position|account)\b|\b(?:credit|consumed)/gi

/** What a guest of such a link must find nowhere. */
function hiddenOf(fields: ShareFields): string[] {
  return [
    ...[marks.applicationId, marks.raw, sharedJob.jobId],
    ...shareFieldKeys.flatMap((key) => (fields[key] && mayShow(fields, key) ? [] : tellingOf[key])),
  ]
}

const searches = [
  '',
  ...Object.values(marks),
  'tidal',
  'harbour college',
  'growth',
  'contoso',
  'accountant',
  'testova',
].map((q) => (q === '' ? '' : `q=${encodeURIComponent(q)}`))
const filters = [
  'rating=GOOD_FIT',
  'top=1',
  `company=${encodeURIComponent(`${marks.lastName} & Daughters`)}`,
  `location=${encodeURIComponent(`${marks.firstName} ${marks.lastName}`)}`,
  `now=${encodeURIComponent(marks.studioMail)}`,
  'now=Kestrel%20Works',
  'location=Lyon',
  'years=0-40',
  `education=${encodeURIComponent(`${marks.firstName} ${marks.lastName} Academy, ${marks.schoolMail}`)}`,
  'education=Harbour%20College',
  'education=unknown',
  'title=growth',
  'seen=2026-04-02',
  'new=1',
  'tag=anything',
  'sort=rating,-years',
  ...sortKeys.flatMap((key) => [`sort=${key}`, `sort=-${key}`]),
]
const views = [...searches, ...filters]
const starts = ['limit=1', 'at=2&limit=1', `around=${marks.applicationId}`, 'cursor=wrong', 'cursor=bnVsbA']

onEachEngine('what a guest is never told', (held, engine) => {
  const desk = httpDesk(held)
  beforeEach(async () => {
    await store(held.database.db, sharedJob, markedPeople())
  })

  const made = (told: Partial<ShareLinkRequest>) =>
    desk.read(newShareLink, '/api/share-links', { method: 'POST', body: linkRequest(told) })

  /** Everything that such a link can be made to say, with the addresses that say it. */
  async function walk(told: Partial<ShareLinkRequest>): Promise<string> {
    const api = guestApi(await made(told))
    const refs = (await desk.read(guestPage, `${api}/candidates?limit=200`)).items.map(({ ref }) => ref)
    expect(refs).toHaveLength(4)
    const said: string[] = []
    const say = async (path: string, sent?: Parameters<typeof desk.call>[1]) => {
      const { headers, text, status } = await desk.call(path, sent)
      expect(status, path).toBeLessThan(500)
      said.push(text, ...[...headers].map((pair) => pair.join(': ')))
    }
    await say(api)
    for (const view of views) {
      await say(`${api}/candidates?${view}`)
      // A choice that is not among the values is counted under the very words that were asked for.
      if (!/^(?:company|now|location|education)=.*(?:quorvane|quiet)/i.test(view))
        await say(`${api}/facets?${view}`)
    }
    for (const start of starts) await say(`${api}/candidates?${start}`)
    for (const key of [...guestFacetKeys, 'seen', 'wrong']) {
      await say(`${api}/facets?facet=${key}`)
      await say(`${api}/facets?facet=${key}&find=${marks.lastName.slice(0, 2)}`)
    }
    for (const ref of [...refs, 'nobody']) {
      await say(`${api}/candidates/${ref}`)
      await say(`${api}/candidates/${ref}?sort=name`)
      const body = { vote: 'yes', comment: 'Good.', name: 'Hana' }
      await say(`${api}/candidates/${ref}/response`, { method: 'PUT', body })
      await say(`${api}/candidates/${ref}/response`, { method: 'PUT', body: { vote: 'perhaps' } })
    }
    await say(`${api}/passcode`, { method: 'POST', body: { passcode: 'none needed' } })
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const)
      await say(api, { method, rawBody: '{"' })
    return said.join('\n')
  }

  describe.each(['frozen', 'live'] as const)('%s', (kind) => {
    test.each(engine === 'postgres' ? combinations : pairs)('%j', async (fields) => {
      const said = await walk({ kind, fields })
      expect(said.match(fieldsOfReaders)).toBeNull()
      for (const hidden of hiddenOf(fields)) {
        const at = said.toLowerCase().indexOf(hidden.toLowerCase())
        expect(at, `${hidden} in …${said.slice(Math.max(0, at - 80), at + 80)}…`).toBe(-1)
      }
      // What is shown is there: the walk looks where it should.
      for (const studied of ['Harbour College', 'BSc Physics', 'MSc Tidal Engineering'])
        expect(said).toContain(studied)
      if (fields.names) expect(said).toContain(`${marks.firstName} ${marks.lastName}`)
      if (fields.message) expect(said).toContain(marks.message)
      if (fields.descriptions) expect(said).toContain(marks.description)
      if (fields.names && fields.profileLinks) expect(said).toContain(marks.publicIdentifier)
    })

    test('nobody is found, ordered or counted by what is hidden', async () => {
      const api = guestApi(await made({ kind }))
      const page = (view: string) => desk.read(guestPage, `${api}/candidates?${view}`)
      const plain = await page('')
      for (const mark of [...Object.values(marks), 'testova', 'esempio', 'amra']) {
        const { counts } = await page(`q=${encodeURIComponent(mark)}`)
        expect(counts, mark).toEqual({ matched: 0, people: 4 })
      }
      for (const studied of ['tidal', 'harbour college']) {
        const { counts } = await page(`q=${encodeURIComponent(studied)}`)
        expect(counts, studied).toEqual({ matched: 1, people: 4 })
      }
      for (const view of ['sort=name', 'sort=-name', 'sort=seen', 'sort=-seen', 'seen=2020-01-01', 'new=1']) {
        expect(await page(view), view).toEqual(plain)
      }
      const { facets: counted } = await desk.read(facets, `${api}/facets`)
      expect(counted.seen).toBeUndefined()
      const labels = Object.values(counted).flatMap((values) => values?.map(({ label }) => label) ?? [])
      expect(labels).toContain('Kestrel Works')
      expect(labels.join(' ').toLowerCase()).not.toContain(marks.lastName.toLowerCase())
      expect((await desk.refusal(`${api}/facets?facet=seen`)).code).toBe('invalid_parameter')
    })

    test('an order by names that the team had is not an order a guest is given', async () => {
      const byName = guestApi(await made({ kind, view: '?sort=name' }))
      const plain = guestApi(await made({ kind }))
      const shown = async (api: string) =>
        (await desk.read(guestPage, `${api}/candidates`)).items.map(({ rating, totalMonths }) => [
          rating,
          totalMonths,
        ])
      expect(await shown(byName)).toEqual(await shown(plain))
    })

    test('a person goes by one name and one key in a link, and by others in the next', async () => {
      const [first, second] = [guestApi(await made({ kind })), guestApi(await made({ kind }))]
      const known = async (api: string) =>
        (await desk.read(guestPage, `${api}/candidates`)).items.map(({ ref, pseudonym }) => [ref, pseudonym])
      expect(await known(first)).toEqual(await known(first))
      const [a, b] = [await known(first), await known(second)]
      expect(a.flat().filter((text) => b.flat().includes(text))).toEqual([])
      const [ref] = a[0] ?? []
      const { person } = await desk.read(guestDetail, `${first}/candidates/${ref}`)
      expect([person.ref, person.pseudonym]).toEqual(a[0])
    })

    test('behind a passcode nothing at all is told before it is given', async () => {
      const api = guestApi(
        await made({ kind, passcode: 'open sesame', fields: { ...linkRequest().fields, names: true } }),
      )
      expect(await desk.read(guestLink, api)).toEqual({ locked: true })
      for (const rest of ['/candidates', '/candidates/any', '/facets']) {
        expect((await desk.refusal(`${api}${rest}`)).code).toBe('passcode_required')
      }
      const body = { vote: 'yes', comment: null, name: 'Hana' }
      expect((await desk.refusal(`${api}/candidates/any/response`, { method: 'PUT', body })).code).toBe(
        'passcode_required',
      )
    })
  })
})
