import { beforeEach, expect, test } from 'vitest'
import { guestPage } from '@/lib/contracts/guest'
import { newShareLink } from '@/lib/contracts/share-link'
import { tokenHash } from '@/lib/server/auth/token'
import { readGuestMarks } from '@/lib/server/sharing/guest-marks'
import { findOpenLink } from '@/lib/server/sharing/store/share-links'
import { onEachEngine } from './engines'
import { httpDesk } from './http-desk'
import { guestApi, linkRequest, markedPeople, sharedJob } from './shared-people'
import { store } from './stored-people'

onEachEngine('what the team did, in a link', (held) => {
  const desk = httpDesk(held)
  beforeEach(() => store(held.database.db, sharedJob, markedPeople()))

  test.each(['frozen', 'live'] as const)(
    'a %s link tells the marks that it shows, and no other',
    async (kind) => {
      const made = await desk.read(newShareLink, '/api/share-links', {
        method: 'POST',
        body: linkRequest({ kind, fields: { ...linkRequest().fields, names: true } }),
      })
      const api = guestApi(made)
      const { items } = await desk.read(guestPage, `${api}/candidates`)
      const amra = items.find(({ fullName }) => fullName === 'Amra Testova')!
      const body = { vote: 'yes', comment: null, name: 'Hana' }
      const { status } = await desk.call(`${api}/candidates/${amra.ref}/response`, { method: 'PUT', body })
      expect(status).toBe(200)

      const { db } = held.database
      const link = (await findOpenLink(db, tokenHash(made.token), new Date()))!
      const ids = markedPeople().map(({ person }) => person.applicationId)
      const votes = { yes: 1, maybe: 0, no: 0, comments: 0 }
      expect([...(await readGuestMarks(db, link, ids, ['votes']))]).toEqual([['app-other-0', { votes }]])
      expect(await readGuestMarks(db, link, ids, [])).toEqual(new Map())
      for (const { marks } of (await desk.read(guestPage, `${api}/candidates`)).items)
        expect(marks).toBeUndefined()
    },
  )
})
