import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { decisions } from '@/lib/contracts/decision-words'
import { candidateTag, note, tag } from '@/lib/server/db/note-schema'
import { decision, decisionReason, opening } from '@/lib/server/db/review-schema'
import { shareResponse } from '@/lib/server/db/share-schema'
import type { ValueList } from './value-list'
import type { ReaderKey } from './visits'

/** What the team did about a row of `candidate`, as filters, facets and orders read it. */
export type MarkColumns = {
  /** 1 for the first decision, and so on; null for none. */
  decisionRank: SQL
  reason: ValueList
  tags: ValueList
  noteAuthors: ValueList
  /** 2: the reader opened them · 1: only others did · null: nobody. */
  openedRank: SQL
  /** How many guests are for them; null where none voted. */
  votesFor: SQL
}

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

const reasons = (column: string) => sql`array(select ${sql.raw(`r.${column}`)} from ${decision} d
  join ${decisionReason} r on r.id = d.reason_id where ${isAbout('d')})`
const tags = (column: string) => sql`array(select ${sql.raw(`t.${column}`)} from ${candidateTag} c
  join ${tag} t on t.id = c.tag_id where ${isAbout('c')} order by t.folded)`
const authors = (column: string) => sql`array(select ${sql.raw(`max(n.${column})`)} from ${note} n
  where ${isAbout('n')} and n.deleted_at is null group by n.by_folded order by n.by_folded)`

/** @param key whose reading it is */
export const markColumns = ({ reader }: ReaderKey): MarkColumns => ({
  decisionRank: sql`(select ${rankOfDecision} from ${decision} d where ${isAbout('d')})`,
  reason: { folded: reasons('folded'), written: reasons('label') },
  tags: { folded: tags('folded'), written: tags('name') },
  noteAuthors: { folded: authors('by_folded'), written: authors('by_name') },
  openedRank: sql`(select max(case when o.user_id = ${reader} then 2 else 1 end)
    from ${opening} o where ${isAbout('o')})`,
  votesFor: sql`(select count(*) filter (where s.vote = 'yes')::int from ${shareResponse} s
    where ${isAbout('s')} having count(s.vote) > 0)`,
})
