import { sql, type SQL } from 'drizzle-orm'
import { candidate } from './schema'

/** Texts as one parameter, however many there are: a statement takes 65,535 of them. */
export const textArray = (texts: readonly string[]): SQL =>
  sql`${sql.param([...texts], candidate.companyFolded)}::text[]`
