import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { ClockDoubt } from '@/lib/contracts/privacy'
import type { Db } from '@/lib/server/db/open-database'
import { setSharedValue, sharedValue } from '@/lib/server/candidates/store/shared-values'

const dayMs = 86_400_000
/** How long before it a deletion is announced; a clock that is off by less moves only what was announced already. */
export const noticeMs = 7 * dayMs

const name = 'retention_clock'
const time = z.iso.datetime()
const known = z.object({
  /** When it was last looked at. */
  seen: time,
  doubt: z.nullable(z.object({ before: time, after: time, from: time })),
})

/** The database's clock, which all instances share: the time by which people are deleted. */
export async function databaseNow(db: Db): Promise<Date> {
  const { rows } = await db.execute<{ ms: string }>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::bigint::text as ms`,
  )
  return new Date(Number(rows[0]?.ms))
}

async function read(db: Db): Promise<z.infer<typeof known> | null> {
  const text = await sharedValue(db, name)
  return text === null ? null : known.parse(JSON.parse(text))
}

/**
 * The leap of the clock that deletions wait for, if any.
 * @param now of the database
 */
export async function clockDoubt(db: Db, now: Date): Promise<ClockDoubt | null> {
  const doubt = (await read(db))?.doubt ?? null
  return doubt && now < new Date(doubt.from) ? doubt : null
}

/**
 * Looks at the database's clock, as an instance does now and then. Where it went more than a week ahead since somebody
 * looked, either nothing ran or the clock is wrong: which of them cannot be known, so that deletions are announced for a
 * week first. A clock that is put back ends the doubt.
 * @param now of the database
 * @returns the earliest moment of a deletion as far as the clock goes
 */
export async function observeClock(db: Db, now: Date): Promise<Date> {
  const last = await read(db)
  const seen = last === null ? now.getTime() : Date.parse(last.seen)
  const leapt = now.getTime() - seen > noticeMs
  const putBack = last?.doubt && now < new Date(last.doubt.after)
  const from = new Date(now.getTime() + noticeMs).toISOString()
  const leap = { before: new Date(seen).toISOString(), after: now.toISOString(), from }
  const doubt = leapt ? leap : putBack ? null : (last?.doubt ?? null)
  await setSharedValue(db, name, JSON.stringify({ seen: now.toISOString(), doubt }))
  return doubt ? new Date(doubt.from) : new Date(0)
}
