import { jobIdPattern } from '@/lib/contracts/words'
import { createParser, createSerializer, parseAsString, type ParsedValues } from './parser'
import type { JobRef } from './paths'

const parseAsJobId = createParser<string>({
  parse: (text) => (jobIdPattern.test(text) ? text : null),
  serialize: (jobId) => jobId,
})

/** What the address of the people page says. `criteria`: the id of a job, whose account is named where it is not the default. */
export const peopleParsers = {
  q: parseAsString.withDefault(''),
  criteria: parseAsJobId,
  account: parseAsString,
}

const serialize = createSerializer(peopleParsers)
const maxLength = 200

/** Whom the people page looks for: words, and the job whose musts they meet. */
export type PeopleQuery = { q: string; criteria: JobRef | null }

const normalText = (q: string): string => q.replaceAll('\0', '').trim().slice(0, maxLength)

/** A search in its one normal form. */
export const toPeopleQuery = ({ q, criteria, account }: ParsedValues<typeof peopleParsers>): PeopleQuery => ({
  q: normalText(q),
  criteria: criteria === null ? null : { jobId: criteria, account: account === '' ? null : account },
})

const toAddress = ({ q, criteria }: PeopleQuery) => ({
  q,
  criteria: criteria?.jobId ?? null,
  account: criteria?.account ?? null,
})

/** Everyone stored whom a search finds. @param criteria only those who meet every must of this job */
export const peoplePath = (q: string, criteria: JobRef | null = null): string =>
  `/people${serialize(toAddress({ q, criteria }))}`
