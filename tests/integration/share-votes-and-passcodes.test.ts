import { describe, expect, test } from 'vitest'
import { candidateDetail, candidatePage } from '@/lib/contracts/candidate'
import { guestLink, guestPage, ownResponse } from '@/lib/contracts/guest'
import { shareLinkList } from '@/lib/contracts/share-link'
import { onEachEngine } from './engines'
import { cookieOf, shareDesk } from './share-desk'
import { guestApi, marks, sharedJob } from './shared-people'

const team = `/api/jobs/${sharedJob.jobId}/candidates`

onEachEngine('links for guests', (held) => {
  const { desk, make, sql, audited } = shareDesk(held)

  describe('votes', () => {
    const say = (api: string, ref: string, body: object, cookie = '') =>
      desk.call(`${api}/candidates/${ref}/response`, { method: 'PUT', body, headers: { cookie } })

    test('come back to the team’s rows, the last word of each guest', async () => {
      const before = await desk.read(candidatePage, team)
      const { token, link } = await make({ title: 'For Hana' })
      const api = guestApi({ token })
      const [, zebedia, bela] = (await desk.read(guestPage, `${api}/candidates`)).items.map(({ ref }) => ref)
      const hana = cookieOf((await desk.call(api)).headers)
      const omar = cookieOf((await desk.call(api)).headers)
      const no = { vote: 'no', comment: null, name: 'Hana Beispiel' }
      const yes = { vote: 'yes', comment: ' Strong in analytics. ', name: 'Hana Beispiel' }
      expect((await say(api, zebedia!, no, hana)).status).toBe(200)
      expect(ownResponse.parse(JSON.parse((await say(api, zebedia!, yes, hana)).text))).toEqual({
        ...{ vote: 'yes', comment: 'Strong in analytics.' },
      })
      await say(api, zebedia!, { vote: 'no', comment: null, name: 'Omar' }, omar)
      await say(api, bela!, { vote: null, comment: 'Who is this?', name: 'Omar' }, omar)

      const after = await desk.read(candidatePage, team)
      expect(before.marks).toEqual({})
      expect(after.items).toEqual(before.items)
      expect(after.items.map(({ applicationId }) => after.marks[applicationId]?.votes)).toEqual([
        undefined,
        { yes: 1, maybe: 0, no: 1, comments: 1 },
        { yes: 0, maybe: 0, no: 0, comments: 1 },
        undefined,
      ])
      const detail = await desk.read(candidateDetail, `${team}/${marks.applicationId}`)
      expect(detail.mark.votes).toEqual({ yes: 1, maybe: 0, no: 1, comments: 1 })
      expect(detail.responses).toMatchObject([
        { guestName: 'Omar', vote: 'no', comment: null, linkTitle: 'For Hana' },
        { guestName: 'Hana Beispiel', vote: 'yes', comment: 'Strong in analytics.' },
      ])
      // Each guest sees their own, and nobody else's.
      const mine = async (cookie: string) =>
        (await desk.read(guestPage, `${api}/candidates`, { headers: { cookie } })).items.map(
          (person) => person.mine,
        )
      expect(await mine(hana)).toEqual([null, { vote: 'yes', comment: 'Strong in analytics.' }, null, null])
      expect(await mine('')).toEqual([null, null, null, null])

      await say(api, zebedia!, { vote: null, comment: null, name: 'Omar' }, omar)
      const now = (await desk.read(candidatePage, team)).marks[marks.applicationId]
      expect(now?.votes).toMatchObject({ yes: 1, no: 0 })
      const { items } = await desk.read(shareLinkList, '/api/share-links')
      expect(items).toMatchObject([{ id: link.id, responses: 2 }])
    })

    test('are refused where the link takes none, without a name, and too many at once', async () => {
      const closed = guestApi(await make({ mayRespond: false }))
      const [person] = (await desk.read(guestPage, `${closed}/candidates`)).items
      const body = { vote: 'yes', comment: null, name: 'Hana' }
      expect((await say(closed, person!.ref, body)).status).toBe(403)
      const open = guestApi(await make())
      const [other] = (await desk.read(guestPage, `${open}/candidates`)).items
      for (const name of [' \u202e ', '\u200b\u200d', '…'])
        expect((await say(open, other!.ref, { ...body, name })).status).toBe(400)
      expect((await say(open, 'nobody', body)).status).toBe(404)
      const cookie = cookieOf((await desk.call(open)).headers)
      let status = 200
      for (let sent = 0; status === 200 && sent < 130; sent += 1) {
        status = (await say(open, other!.ref, body, cookie)).status
      }
      expect(status).toBe(429)
    })

    test('from one address do not use up what the link takes from others', async () => {
      const api = guestApi(await make())
      const [person] = (await desk.read(guestPage, `${api}/candidates`)).items
      const body = { vote: 'yes', comment: null, name: 'Hana' }
      const from = async (address: string) =>
        (
          await desk.call(`${api}/candidates/${person!.ref}/response`, {
            ...{ method: 'PUT', body, headers: { 'x-shortlist-client': address } },
          })
        ).status
      for (let sent = 0; sent < 120; sent += 1) expect(await from('198.51.100.7')).toBe(200)
      expect(await from('198.51.100.7')).toBe(429)
      expect(await from('198.51.100.8')).toBe(200)
      const { rows } = await sql('select points from rate_limit where key like $1', ['responseLink%'])
      expect(rows).toEqual([{ points: 121 }])
    })
  })

  describe('a passcode', () => {
    const give = (api: string, passcode: string, headers: Record<string, string> = {}) =>
      desk.call(`${api}/passcode`, { method: 'POST', body: { passcode }, headers })

    test('opens its own link, in the browser it was typed in', async () => {
      const [api, other] = [
        guestApi(await make({ passcode: 'open sesame' })),
        guestApi(await make({ passcode: 'another one' })),
      ]
      expect((await give(api, 'Open Sesame')).status).toBe(403)
      const given = await give(api, 'open sesame')
      expect(given.status).toBe(200)
      const headers = { cookie: cookieOf(given.headers) }
      expect(await desk.read(guestLink, api, { headers })).toMatchObject({ locked: false, people: 4 })
      expect((await desk.read(guestPage, `${api}/candidates`, { headers })).items).toHaveLength(4)
      expect(await desk.read(guestLink, other, { headers })).toEqual({ locked: true })
      expect(await desk.read(guestLink, api)).toEqual({ locked: true })
      expect(await audited()).toEqual([
        ...['share.made', 'share.made', 'share.passcode_refused', 'share.opened'],
      ])
    })

    test('cannot be guessed from one address, whatever addresses it says it came through', async () => {
      const api = guestApi(await make({ passcode: 'open sesame' }))
      const statuses: number[] = []
      for (let attempt = 0; attempt < 12; attempt += 1) {
        const forged = { 'x-forwarded-for': `203.0.113.${attempt}`, 'x-shortlist-client': '198.51.100.7' }
        statuses.push((await give(api, `guess ${attempt}`, forged)).status)
      }
      expect(statuses).toEqual([...Array<number>(10).fill(403), 429, 429])
      // Nor is the right one taken then; from elsewhere it is.
      expect((await give(api, 'open sesame', { 'x-shortlist-client': '198.51.100.7' })).status).toBe(429)
      expect((await give(api, 'open sesame', { 'x-shortlist-client': '198.51.100.8' })).status).toBe(200)
    })
  })
})
