import 'server-only'
import { and, type SQL, sql } from 'drizzle-orm'
import * as z from 'zod'
import type { Criterion } from '@/lib/contracts/criteria'
import { compileRule } from '@/lib/domain/criteria'
import { parseWords } from '@/lib/domain/word-query'
import type { Db } from '@/lib/server/db/open-database'
import { candidate } from '@/lib/server/db/schema'
import { textArray } from '@/lib/server/db/text-array'
import { BadCursorError, decodeCursor, encodeCursor } from '@/lib/server/platform/cursor'
import { countryKey } from './index-keys'
import type { JobKey } from './jobs'
import { hasWords, isFound } from './phrase-conditions'
import { isSamePerson, profileOf } from './same-person'
import type { FoundPeople, Head, PeopleRequest } from './stored-people'
import { parsePerson } from './stored-person'

type Request = PeopleRequest & { job: JobKey; musts: readonly Criterion[] }
type Row = Head & { person: string | null; searchText: string }

/** So many of the newest applications are looked through: rules on titles and education read the people themselves. */
const maxRows = 2_000

const cursorSchema = z.object({ q: z.string(), job: z.string(), after: z.string().max(4_000) })

const columns = {
  searchText: sql.raw('"candidate".search_text'),
  placeFolded: sql.raw('"candidate".place_folded'),
}

/** What the store can tell of a rule; the words of a title stand in what is searched as well. */
function narrows({ kind, words }: Criterion): SQL | undefined {
  if (kind === 'country') return sql`"candidate".country_folded = ${countryKey(words)}`
  const { clauses } = parseWords(words)
  if (clauses === null) return sql`false`
  if (kind === 'words') return hasWords(columns.searchText, clauses, true)
  if (kind === 'education') return undefined
  return hasWords(
    columns.searchText,
    clauses.filter(({ not }) => !not),
    true,
  )
}

function readRows(db: Db, { accounts, job, musts, q }: Request, withPerson: boolean) {
  const { account, jobId } = job
  return db.execute<Row>(sql`
    select "candidate".account, "candidate".job_id as "jobId", "candidate".application_id as "applicationId",
      "candidate".first_seen_ms::double precision as seen, ${profileOf('"candidate"')} as profile,
      ${withPerson ? sql`"candidate".person` : sql`null`} as person, "candidate".search_text as "searchText"
    from ${candidate} where ${and(
      sql`"candidate".account = any(${textArray(accounts)}) and not "candidate".erased
        and not ("candidate".account = ${account} and "candidate".job_id = ${jobId})
        and not exists (select 1 from ${candidate} o where o.account = ${account} and o.job_id = ${jobId}
          and ${isSamePerson('o')})`,
      isFound(columns, q),
      ...musts.map(narrows),
    )}
    order by "candidate".first_seen_ms desc, "candidate".account desc, "candidate".job_id desc,
      "candidate".application_id desc
    limit ${maxRows + 1}`)
}

const idOf = ({ account, jobId, applicationId }: Head) => JSON.stringify([account, jobId, applicationId])

/**
 * People stored in other jobs who meet every must of a job, and whom a search finds: newest first, each once. Whoever
 * applied to the job itself is not among them.
 * @param musts none find nobody
 * @throws BadCursorError
 */
export async function findByCriteria(db: Db, request: Request): Promise<FoundPeople> {
  const { q, cursor, limit, job, musts } = request
  if (musts.length === 0) return { heads: [], nextCursor: null, matched: 0, atLeast: false }
  const readsPerson = musts.filter(({ kind }) => kind === 'title' || kind === 'education')
  const checks = readsPerson.map(compileRule)
  const { rows } = await readRows(db, request, checks.length > 0)
  const met = rows.slice(0, maxRows).filter(({ person, searchText }) => {
    if (person === null) return true
    const one = parsePerson(person)
    return checks.every((check) => check(one, searchText).met)
  })
  const seen = new Set<string>()
  const heads = met.flatMap(({ account, jobId, applicationId, profile, seen: at }): Head[] => {
    const head = { account, jobId, applicationId, profile, seen: at }
    const who = profile === null ? idOf(head) : JSON.stringify([account, profile])
    if (seen.has(who)) return []
    seen.add(who)
    return [head]
  })
  const of = JSON.stringify([job.account, job.jobId])
  let start = 0
  if (cursor !== null) {
    const read = decodeCursor(cursorSchema, cursor)
    if (read.q !== q || read.job !== of) throw new BadCursorError('a cursor of another search')
    // Zero for somebody who is gone since: their page is the first again.
    start = heads.findIndex((head) => idOf(head) === read.after) + 1
  }
  const page = heads.slice(start, start + limit)
  const last = page.at(-1)
  return {
    heads: page,
    nextCursor: last && start + limit < heads.length ? encodeCursor({ q, job: of, after: idOf(last) }) : null,
    matched: heads.length,
    atLeast: rows.length > maxRows,
  }
}
