import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { decisions } from '@/lib/contracts/decision-words'
import { toReaderDay } from '@/lib/domain/reader-day'
import { candidateTag, nextAction, note, tag } from '@/lib/server/db/note-schema'
import { criteriaResult } from '@/lib/server/db/criteria-schema'
import { decision, decisionReason, opening } from '@/lib/server/db/review-schema'
import { shareResponse } from '@/lib/server/db/share-schema'
import { noDay } from '@/lib/server/db/sort-key'
import type { ValueList } from './value-list'
import { isNewcomer, isRerated, type KeyInQuery, type ReaderKey } from './visits'
import { isWithheld } from './withheld'

const rankOfDecision = sql`case d.decision ${sql.join(
  decisions.map((each, at) => sql`when ${sql.raw(`'${each}'`)} then ${sql.raw(String(at + 1))}`),
  sql` `,
)} end`
// Spelled out: Drizzle leaves the table out of a column's name in some places, where it would mean another one.
/** The rows of a table, under a short name, that are about a row of `candidate`. */
export const isAbout = (name: string) =>
  sql.raw(
    `${name}.account = "candidate"."account" and ${name}.job_id = "candidate"."job_id" and ${name}.application_id = "candidate"."application_id"`,
  )

/** Whether a table has a row about a row of `candidate`. @param name what it is called in the conditions on it */
export const hasRow = (table: PgTable, name: string, ...conditions: readonly SQL[]) =>
  sql<boolean>`exists (select 1 from ${table} ${sql.raw(name)}
    where ${sql.join([isAbout(name), ...conditions], sql` and `)})`

const reasons = (column: string, told: SQL) => sql`array(select ${sql.raw(`r.${column}`)} from ${decision} d
  join ${decisionReason} r on r.id = d.reason_id where ${told})`
const tags = (column: string) => sql`array(select ${sql.raw(`t.${column}`)} from ${candidateTag} c
  join ${tag} t on t.id = c.tag_id where ${isAbout('c')} order by t.folded)`
const authors = (column: string) => sql`array(select ${sql.raw(`max(n.${column})`)} from ${note} n
  where ${isAbout('n')} and n.deleted_at is null group by n.by_folded order by n.by_folded)`

// Null where it is not worked out yet: such people neither meet a criterion nor meet none.
const criteria = (column: string) => sql`(select ${sql.raw(`m.${column}`)} from ${criteriaResult} m
  where ${isAbout('m')})`

const criteriaList = (kind: 'must' | 'nice' | 'unmet'): ValueList => ({
  ...{ folded: criteria(`${kind}_folded`), written: criteria(`${kind}_names`), group: kind },
  joined: {
    join: sql`join ${criteriaResult} m on ${isAbout('m')}`,
    ...{ folded: sql.raw(`m.${kind}_folded`), written: sql.raw(`m.${kind}_names`) },
  },
})

const dayMs = 86_400_000
const weekAfter = (day: string) => new Date(Date.parse(day) + 7 * dayMs).toISOString().slice(0, 10)

const actionOf = (what: SQL) => sql`(select ${what} from ${nextAction} a where ${isAbout('a')})`

/** When a next action is due for somebody whose day it is. */
const dueRank = (today: string) => sql`case when a.due_on is null then 5 when a.due_on < ${today} then 1
  when a.due_on = ${today} then 2 when a.due_on <= ${weekAfter(today)} then 3 else 4 end`

/** The decision about a row of `candidate`, as a reader may know it. */
export const isToldTo = (reader: SQL | string) => sql`${isAbout('d')} and not ${isWithheld(reader, 'd')}`

/** The marks that are so or not: one condition each, which answers, filters, facets and orders read alike. */
export const markFlags = (key: KeyInQuery) => ({
  isNew: isNewcomer(key),
  isRerated: isRerated(key),
  openedByOthers: hasRow(opening, 'o', sql`o.user_id <> ${key.reader}`),
})

/**
 * What the team did about a row of `candidate`, as filters, facets and orders read it.
 * @param key whose reading it is
 */
export const markColumns = ({ reader, today = toReaderDay(new Date(), null), ...job }: ReaderKey) => ({
  ...markFlags({ reader, ...job }),
  /** 1 for the first decision, and so on; null for none. */
  decisionRank: sql`(select ${rankOfDecision} from ${decision} d where ${isToldTo(reader)})`,
  reason: {
    folded: reasons('folded', isToldTo(reader)),
    written: reasons('label', isToldTo(reader)),
  } satisfies ValueList,
  tags: { folded: tags('folded'), written: tags('name') } satisfies ValueList,
  /** The names of the criteria that are met. */
  musts: criteriaList('must'),
  nices: criteriaList('nice'),
  /** Of those that are not, with “-” before each. */
  unmet: criteriaList('unmet'),
  noteAuthors: { folded: authors('by_folded'), written: authors('by_name') } satisfies ValueList,
  /** 2: the reader opened them · 1: only others did · null: nobody. */
  openedRank: sql`(select max(case when o.user_id = ${reader} then 2 else 1 end)
    from ${opening} o where ${isAbout('o')})`,
  /** The decision, as it stands, is the reader's. */
  decidedByReader: hasRow(decision, 'd', sql`not ${isWithheld(reader, 'd')}`, sql`d.by = ${reader}`),
  /** When the next action is due for the reader: 1 overdue · 2 today · 3 in the 7 days after · 4 later · 5 no day; null for no action. */
  nextDueRank: actionOf(dueRank(today)),
  /** Whose it is: 1 the reader's · 2 a colleague's · 3 nobody's in particular; null for no action. */
  nextForRank: actionOf(sql`case when a.user_id is null then 3 when a.user_id = ${reader} then 1 else 2 end`),
  /** The day the next action is due as a number, 20260401; `noDay` for one without a day, null for no action. */
  // No cast to a date: a day of no calendar must not fail the order of everyone else.
  nextDueDay: actionOf(sql`coalesce(replace(a.due_on, '-', '')::int, ${sql.raw(String(noDay))})`),
  /** How many guests are for them; null where none voted. */
  votesFor: sql`(select count(*) filter (where s.vote = 'yes')::int from ${shareResponse} s
    where ${isAbout('s')} having count(s.vote) > 0)`,
})
export type MarkColumns = ReturnType<typeof markColumns>
