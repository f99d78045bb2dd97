import { createHash, randomUUID } from 'node:crypto'
import type { Db } from '@/lib/server/db/open-database'
import { guestCandidate, shareLink, sharePerson, shareResponse } from '@/lib/server/db/share-schema'
import type { JobKey } from '@/lib/server/candidates/store/jobs'

type Link = { kind: 'frozen' | 'live'; view?: string; people?: string[]; json?: unknown }

/** A link of a job as whoever shares makes one. @returns its id */
export async function addShareLink(
  db: Db,
  { account, jobId }: JobKey,
  { kind, view = '', people = [], json }: Link,
): Promise<string> {
  const id = randomUUID()
  await db.insert(shareLink).values({
    id,
    tokenHash: createHash('sha256').update(id).digest('hex'),
    secret: 'secret-of-a-link',
    account,
    jobId,
    kind,
    title: 'A link',
    view,
    fields: '{"names":true}',
    mayRespond: true,
    createdBy: 'local',
    createdByName: 'This desk',
    expiresAt: new Date('2030-01-01T00:00:00Z'),
  })
  for (const [position, applicationId] of people.entries()) {
    const person = JSON.stringify(json ?? { fullName: `Guest sees ${applicationId}` })
    await db.insert(sharePerson).values({ linkId: id, account, jobId, applicationId, position, person })
  }
  return id
}

/** What a guest said of somebody. */
export async function addResponse(
  db: Db,
  { account, jobId }: JobKey,
  linkId: string,
  applicationId: string,
  comment: string,
): Promise<void> {
  const guest = createHash('sha256').update(linkId).digest('hex')
  const said = { guest, guestName: 'Gus Guest', vote: 'yes', comment } as const
  await db.insert(shareResponse).values({ id: randomUUID(), linkId, account, jobId, applicationId, ...said })
}

/** Somebody of a link as its guests see them. */
export async function addGuestRow(
  db: Db,
  { account, jobId }: JobKey,
  linkId: string,
  applicationId: string,
): Promise<void> {
  const none = { companies: [], companyFolded: [], places: [], placeFolded: [] }
  await db.insert(guestCandidate).values({
    ...none,
    ...{ linkId, account, jobId, applicationId, ref: `r-${applicationId}`, position: 0, madeOf: '1' },
    ...{
      person: `{"fullName":"Guest sees ${applicationId}"}`,
      ratingRank: 0,
      isTopChoice: false,
      searchText: '',
    },
  })
}
