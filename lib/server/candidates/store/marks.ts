import 'server-only'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Mark, Marks } from '@/lib/contracts/candidate'
import type { Db } from '@/lib/server/db/open-database'
import { preparedOnce } from '@/lib/server/db/prepared'
import { criteriaResult } from '@/lib/server/db/criteria-schema'
import { candidateTag, nextAction, note, tag } from '@/lib/server/db/note-schema'
import { claim, decision, decisionReason, opening, suggestion } from '@/lib/server/db/review-schema'
import { candidate, job } from '@/lib/server/db/schema'
import { shareResponse } from '@/lib/server/db/share-schema'
import { isAbout, isToldTo, markFlags } from './mark-columns'
import { isSamePerson } from './same-person'
import type { KeyInQuery, ReaderKey } from './visits'
import { isWithheld, withheldFor } from './withheld'

const utc = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
const member = (id: string, name: string) => sql.raw(`json_build_object('id', ${id}, 'name', ${name})`)

const votes = sql`(select json_build_object(
    'yes', count(*) filter (where s.vote = 'yes'), 'maybe', count(*) filter (where s.vote = 'maybe'),
    'no', count(*) filter (where s.vote = 'no'), 'comments', count(s.comment))
  from ${shareResponse} s where ${isAbout('s')} having count(*) > 0)`

/** The decision about a row of `candidate` as a reader may know it, as JSON; null for none. */
export const decidedFor = (reader: SQL | string) => sql`(select json_build_object('decision', d.decision,
    'reason', case when r.id is null then null else json_build_object('id', r.id, 'label', r.label) end,
    'comment', d.comment, 'by', ${member('d.by', 'd.by_name')}, 'at', ${utc('d.at')},
    'changeId', d.step_id, 'opened', d.opened)
  from ${decision} d left join ${decisionReason} r on r.id = d.reason_id where ${isToldTo(reader)})`

const suggestionsFor = (
  reader: SQL | string,
) => sql`(select json_agg(json_build_object('decision', g.decision, 'by', ${member('g.user_id', 'g.user_name')})
    order by g.at, g.user_id)
  from ${suggestion} g where ${isAbout('g')} and not ${isWithheld(reader, 'g')})`

/** The first letters of the newest note, on one line: enough for a row. */
const notePreview = 280
const notes = sql`(select json_build_object(
    'count', (select count(*) from ${note} n where ${isAbout('n')} and n.deleted_at is null),
    'latest', json_build_object('text', left(n.body, ${notePreview}), 'by', ${member('n.by', 'n.by_name')}, 'at', ${utc('n.at')}))
  from ${note} n where ${isAbout('n')} and n.deleted_at is null order by n.at desc, n.id desc limit 1)`

/** The first letters of the newest note on a row of `candidate`; null for none. */
export const newestNote = sql<string | null>`(select left(n.body, ${notePreview}) from ${note} n
  where ${isAbout('n')} and n.deleted_at is null order by n.at desc, n.id desc limit 1)`

const tags = sql`(select json_agg(json_build_object('id', t.id, 'name', t.name, 'colour', t.colour) order by t.folded)
  from ${candidateTag} c join ${tag} t on t.id = c.tag_id where ${isAbout('c')})`

const action = sql`(select json_build_object('text', a.text, 'dueOn', a.due_on,
    'assignee', case when a.user_id is null then null else ${member('a.user_id', 'a.user_name')} end)
  from ${nextAction} a where ${isAbout('a')})`

const criteria = sql`(select m.counts::json from ${criteriaResult} m where ${isAbout('m')})`

const openedBy = (reader: SQL | string) => sql`(select ${utc('o.last_at')} from ${opening} o
  where ${isAbout('o')} and o.user_id = ${reader})`

// By the clock that the claims were made with: that of an app server may differ.
const claimed = sql`(select json_build_object('by', ${member('h.user_id', 'h.user_name')}, 'until', ${utc('h.until')})
  from ${claim} h where ${isAbout('h')} and h.until > now())`

const elsewhereFor = (
  reader: SQL | string,
) => sql`(select json_build_object('jobs', count(distinct o.job_id), 'latest', (array_agg(
    json_build_object('jobId', o.job_id, 'jobLabel', j.label, 'applicationId', o.application_id, 'decision', d.decision)
    order by d.at desc nulls last, o.first_seen_ms desc, o.job_id, o.application_id))[1])
  from ${candidate} o join ${job} j on j.account = o.account and j.job_id = o.job_id
  left join ${decision} d on d.account = o.account and d.job_id = o.job_id and d.application_id = o.application_id
    and not ${isWithheld(reader, 'd')}
  where ${isSamePerson('o')} and o.job_id <> "candidate"."job_id" having count(*) > 0)`

/** Which marks there are, in the order in which they stand in an answer. */
const markValues = (key: KeyInQuery) =>
  ({
    ...markFlags(key),
    votes,
    decision: decidedFor(key.reader),
    secondOpinion: withheldFor(key.reader),
    suggestions: suggestionsFor(key.reader),
    notes,
    tags,
    nextAction: action,
    criteria,
    openedAt: openedBy(key.reader),
    claim: claimed,
    elsewhere: elsewhereFor(key.reader),
  }) satisfies Record<keyof Mark, SQL>

const toMark = (values: Record<keyof Mark, unknown>): Mark =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== false))

const asked = {
  account: sql`${sql.placeholder('account')}`,
  jobId: sql`${sql.placeholder('jobId')}`,
  reader: sql`${sql.placeholder('reader')}`,
}
const selected = Object.fromEntries(
  Object.entries(markValues(asked)).map(([name, value]) => [name, sql<unknown>`${value}`.as(name)]),
)

// The longest statement that stands behind a page: planning it takes longer than answering it.
const marksQuery = preparedOnce((db) =>
  db
    .select({ applicationId: candidate.applicationId, ...selected })
    .from(candidate)
    .where(
      and(
        eq(candidate.account, asked.account),
        eq(candidate.jobId, asked.jobId),
        sql`${candidate.applicationId} = any(${sql.placeholder('applicationIds')}::text[])`,
      ),
    )
    .prepare('marks'),
)

/** What people did about these applications of a job, for one reader. Those with no mark are left out. */
export async function readMarks(db: Db, key: ReaderKey, applicationIds: readonly string[]): Promise<Marks> {
  if (applicationIds.length === 0) return {}
  const rows = (await marksQuery(db).execute({ ...key, applicationIds })) as (Record<keyof Mark, unknown> & {
    applicationId: string
  })[]
  return Object.fromEntries(
    rows
      .map(({ applicationId, ...row }) => [applicationId, toMark(row)] as const)
      .filter(([, mark]) => Object.keys(mark).length > 0),
  )
}
