import { beforeEach, expect, test } from 'vitest'
import { candidatePage } from '@/lib/contracts/candidate'
import { guestPage } from '@/lib/contracts/guest'
import { newShareLink, type ShareLinkRequest } from '@/lib/contracts/share-link'
import { onEachEngine } from './engines'
import { httpDesk } from './http-desk'
import { guestApi, linkRequest, markedPeople, sharedJob } from './shared-people'
import { store } from './stored-people'

const team = `/api/jobs/${sharedJob.jobId}/candidates`
const fields = { ...linkRequest().fields, names: true }

onEachEngine('a link to a view that depends on who is looking', (held) => {
  const desk = httpDesk(held)
  beforeEach(async () => {
    await store(held.database.db, sharedJob, markedPeople())
    const person = `${team}/app-other-0`
    await desk.call(`${person}/opened`, { method: 'POST', body: {} })
    await desk.call(`${person}/decision`, { method: 'PUT', body: { decision: 'maybe' } })
    await desk.call(`${person}/next-action`, { method: 'PUT', body: { text: 'Call' } })
  })
  const make = (told: Partial<ShareLinkRequest>) =>
    desk.read(newShareLink, '/api/share-links', { method: 'POST', body: linkRequest({ fields, ...told }) })
  const namesIn = async (path: string, page: typeof guestPage | typeof candidatePage) =>
    (await desk.read<{ items: { fullName: string | null }[] }>(page, path)).items.map(
      ({ fullName }) => fullName,
    )

  test.each([
    ['decided=1', 'Decided by me'],
    ['opened=me', 'Opened'],
    ['next=open', 'Next action'],
    ['nextfor=anyone', 'Next action for'],
  ])('shows whom its maker sees with %s, or is refused', async (view, label) => {
    expect(await namesIn(`${team}?${view}`, candidatePage)).toEqual(['Amra Testova'])
    const frozen = await make({ kind: 'frozen', view })
    expect(frozen.link.people).toBe(1)
    expect(await namesIn(`${guestApi(frozen)}/candidates`, guestPage)).toEqual(['Amra Testova'])
    const refusal = await desk.refusal('/api/share-links', {
      method: 'POST',
      body: linkRequest({ kind: 'live', view }),
    })
    expect(refusal).toMatchObject({ status: 400, code: 'invalid_body' })
    expect(refusal.detail).toContain(`depend on who is looking: ${label}.`)
  })

  test('shows nobody as new to a maker to whom nobody is, and follows a moment', async () => {
    const refused = { method: 'POST', body: linkRequest({ kind: 'frozen', view: 'new=1' }) } as const
    expect(await desk.refusal('/api/share-links', refused)).toMatchObject({ code: 'invalid_body' })
    const live = { ...refused, body: linkRequest({ view: 'new=1' }) }
    expect((await desk.refusal('/api/share-links', live)).detail).toContain('New since the last visit')
    const later = await make({ view: `new=${new Date(Date.now() + 86_400_000).toISOString().slice(0, 16)}Z` })
    expect(await namesIn(`${guestApi(later)}/candidates`, guestPage)).toEqual([])
    const earlier = await make({ view: 'new=2020-04-01T22:00Z' })
    expect(await namesIn(`${guestApi(earlier)}/candidates`, guestPage)).toHaveLength(4)
  })
})
