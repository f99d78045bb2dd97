import 'server-only'
import { sql } from 'drizzle-orm'
import { minIdentifierLength, placeholders } from '@/lib/domain/profile-identifier'

const words = sql.join(
  placeholders.map((word) => sql`${word}`),
  sql`, `,
)

/**
 * Whether a row of `candidate` under another name is the same person as the row `candidate` itself: one account, one profile.
 * What stands for “not known” would join strangers. Spelled out, as Drizzle leaves the table out of a column's name here.
 * @param name what the other row is called in the query
 */
export const isSamePerson = (name: string) => {
  const other = (column: string) => sql.raw(`${name}.${column}`)
  return sql`${other('account')} = "candidate"."account"
    and ${other('public_identifier')} = "candidate"."public_identifier"
    and length(${other('public_identifier')}) >= ${minIdentifierLength}
    and not (lower(${other('public_identifier')}) in (${words}))`
}

/** What tells a row of `candidate` as one person across jobs of its account; null where it does not tell. The same rule. */
export const profileOf = (name: string) => {
  const identifier = sql.raw(`${name}.public_identifier`)
  return sql<string | null>`case when length(${identifier}) >= ${minIdentifierLength}
    and not (lower(${identifier}) in (${words})) then ${identifier} end`
}
