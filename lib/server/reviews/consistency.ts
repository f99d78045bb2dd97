import 'server-only'
import type { Person } from '@/lib/contracts/candidate'
import type {
  ConsistencyNote,
  ConsistencyNotes,
  ConsistencyOther,
  ConsistencyRequest,
  ConsistencyResolution,
} from '@/lib/contracts/consistency'
import { memberLine } from '@/lib/domain/clean-text'
import { dateFindings, type Finding, type Identity, isNoted, sharedFindings } from '@/lib/domain/consistency'
import { findingSummary, shownText } from '@/lib/domain/consistency-words'
import { displayName } from '@/lib/domain/current-role'
import { parseIdentifier } from '@/lib/domain/profile-identifier'
import { audit, inOneStep } from '@/lib/server/audit/audit'
import type { Context } from '@/lib/server/auth/context'
import { consistencyKey } from '@/lib/server/candidates/store/consistency-keys'
import { parsePerson } from '@/lib/server/candidates/store/stored-person'
import type { PersonKey } from '@/lib/server/db/about-application'
import { AppError } from '@/lib/server/platform/app-error'
import type { JobRef } from '@/lib/url/paths'
import { beginWriting, stamp, toPersonKey } from './person'
import * as store from './store/consistency'

const maxShown = 5

const profileFindings = ({ publicIdentifier: profile }: Person): Finding[] =>
  profile === null || parseIdentifier(profile) === null
    ? []
    : [{ kind: 'profile', compared: profile, where: null, text: profile }]

/** Everything of a person that could be noted, by its key, each once. */
function findingsByKey(person: Person, now: Date): Map<string, Finding> {
  const all = [...profileFindings(person), ...sharedFindings(person), ...dateFindings(person, now)]
  return new Map(all.map((finding) => [consistencyKey(finding), finding]))
}

type Shared = { finding: Finding; others: store.Sharing[]; atLeast: boolean }

const needsOthers = ({ kind }: Finding) => kind !== 'reversed' && kind !== 'future'

/** Which findings are worth a note, and which other applications each is shared with: of the same job first, then the newest. */
async function findShared(
  { db }: Context,
  key: PersonKey,
  me: Identity,
  findings: ReadonlyMap<string, Finding>,
): Promise<Map<string, Shared>> {
  const compared = [...findings].filter(([, { kind }]) => kind !== 'profile').map(([noteKey]) => noteKey)
  const profileKey = [...findings].find(([, { kind }]) => kind === 'profile')?.[0]
  const sharing = await store.listSharing(db, key, compared)
  const twins = profileKey === undefined ? [] : await store.listSameProfile(db, key, profileKey)
  const nearer = (other: store.Sharing) => Number(other.jobId !== key.jobId)
  const all = [...sharing, ...twins].sort(
    (a, b) =>
      nearer(a) - nearer(b) || b.firstSeenMs - a.firstSeenMs || (a.applicationId < b.applicationId ? -1 : 1),
  )
  const shared = new Map<string, Shared>()
  for (const [noteKey, finding] of findings) {
    const { kind } = finding
    const others = all.filter(
      (other) => other.key === noteKey && (kind === 'profile' || isNoted(kind, me, other)),
    )
    const atLeast = store.isCut(all, noteKey)
    if (others.length > 0 || !needsOthers(finding)) shared.set(noteKey, { finding, others, atLeast })
  }
  return shared
}

/** The same thing in another application; none where it does not stand there any more. */
function toOther(
  noteKey: string,
  { kind }: Finding,
  { person: stored, ...where }: store.OtherPerson,
): ConsistencyOther[] {
  const person = parsePerson(stored)
  const theirs =
    kind === 'profile'
      ? profileFindings(person)[0]
      : sharedFindings(person).find((each) => consistencyKey(each) === noteKey)
  if (!theirs) return []
  return [{ ...where, name: displayName(person), where: theirs.where, text: shownText(theirs.text) }]
}

type Application = { jobId: string; applicationId: string }

/** The last word on a note, said about either of its sides. */
function lastWord(
  resolutions: readonly store.Resolution[],
  noteKey: string,
  sides: readonly Application[],
): store.Resolution | undefined {
  const name = ({ jobId, applicationId }: Application) => JSON.stringify([jobId, applicationId])
  const names = new Set(sides.map(name))
  return resolutions.findLast((each) => each.noteKey === noteKey && names.has(name(each)))
}

function toResolved(
  said: store.Resolution | undefined,
  others: readonly store.Sharing[],
): ConsistencyResolution | null {
  if (!said?.resolved) return null
  const { reason, by, byName, at } = said
  return {
    reason: reason ?? '',
    by: { id: by, name: byName },
    at: at.toISOString(),
    since: others.filter(({ firstSeenMs }) => firstSeenMs > at.getTime()).length,
  }
}

/**
 * What does not fit together about a person, by rules over what is stored: nothing is scored, ordered by weight or blocked.
 * Whoever was erased is in no note and has none.
 * @throws AppError account_not_found, candidate_not_found
 */
export async function showConsistency(
  context: Context,
  ref: JobRef,
  applicationId: string,
): Promise<ConsistencyNotes> {
  const key = toPersonKey(context, ref, applicationId)
  const { db } = context
  // One after the other, as a transaction has but one connection.
  const subject = await store.readSubject(db, key)
  if (!subject) throw new AppError('candidate_not_found')
  if (subject.erased) return { items: [] }
  const findings = findingsByKey(parsePerson(subject.person), context.now())
  const shared = await findShared(context, key, subject, findings)
  if (shared.size === 0) return { items: [] }
  const resolutions = await store.listResolutions(db, key.account, [...shared.keys()])
  const shown = [...shared.values()].flatMap(({ others }) => others.slice(0, maxShown))
  const people = await store.readOthers(db, key.account, shown)
  const items = [...shared].map(([noteKey, { finding, others, atLeast }]): ConsistencyNote => ({
    key: noteKey,
    kind: finding.kind,
    summary: findingSummary(finding, { others: others.length, atLeast }),
    own: { where: finding.where, text: shownText(finding.text) },
    others: others.slice(0, maxShown).flatMap((other) => {
      const isThem = (each: store.OtherPerson) =>
        each.jobId === other.jobId && each.applicationId === other.applicationId
      return people.filter(isThem).flatMap((each) => toOther(noteKey, finding, each))
    }),
    otherCount: others.length,
    atLeast,
    resolved: toResolved(lastWord(resolutions, noteKey, [key, ...others]), others),
  }))
  return { items }
}

/**
 * Takes a note as settled, with a reason, or reopens it, on both of its sides. Every such word is kept.
 * @throws AppError account_not_found, candidate_not_found, candidate_erased, consistency_note_not_found, invalid_body
 */
export async function resolveConsistency(
  context: Context,
  ref: JobRef,
  applicationId: string,
  noteKey: string,
  { resolved, reason: written = '' }: ConsistencyRequest,
): Promise<ConsistencyNotes> {
  const key = toPersonKey(context, ref, applicationId)
  const reason = memberLine(written)
  if (resolved && reason === null)
    throw new AppError('invalid_body', { reason: 'Say why it is settled: the reason is kept with it.' })
  return inOneStep(context, async (within) => {
    const { db } = within
    await beginWriting(within, key, 'consistency')
    const before = await showConsistency(within, ref, applicationId)
    const note = before.items.find((each) => each.key === noteKey)
    if (!note) throw new AppError('consistency_note_not_found')
    if (!resolved && note.resolved === null) return before
    const { summary, kind } = note
    await store.addResolution(db, {
      ...key,
      noteKey,
      summary,
      resolved,
      reason: resolved ? reason : null,
      ...stamp(within),
    })
    await audit(within, resolved ? 'consistency.resolved' : 'consistency.reopened', {
      subject: key.jobId,
      // Which person is said by the resolution itself, which goes with them.
      detail: { note: kind },
    })
    return showConsistency(within, ref, applicationId)
  })
}
