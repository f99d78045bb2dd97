import 'server-only'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import pg from 'pg'
import type { BlindUntil } from '@/lib/contracts/blind-words'
import { consistencyResolution } from '@/lib/server/db/consistency-schema'
import { criteriaResult, criterionOverrule } from '@/lib/server/db/criteria-schema'
import { inboxItem, nextAction, note, noteVersion } from '@/lib/server/db/note-schema'
import { decision, decisionChange, decisionStep } from '@/lib/server/db/review-schema'
import { secondOpinion, secondOpinionPerson } from '@/lib/server/db/second-opinion-schema'
import { candidate, candidateChange } from '@/lib/server/db/schema'
import { shareResponse } from '@/lib/server/db/share-schema'
import type { Shadow } from '@/lib/server/db/shadowed-store'

/** One job that a reader is blind in. */
export type Veil = {
  account: string
  jobId: string
  /** Each ends it for an applicant by itself, but only once all have. */
  until: readonly BlindUntil[]
  hidesYears: boolean
  startedAt: Date
  /** What stands in place of what some people meet of its criteria; null where nobody's is shown. */
  criteria: readonly (typeof criteriaResult.$inferSelect)[] | null
}

/** Stands where a text is hidden. */
export const hiddenText = 'Hidden during blind review.'

const quoted = (text: string) => pg.escapeLiteral(text)
const hidden = quoted(hiddenText)

/** How a column of `candidate` is read of somebody without a name. One that is added has to be decided about here. */
const columnKinds: Record<keyof typeof candidate.$inferSelect, 'same' | 'redacted' | 'null' | `'${string}'`> =
  {
    account: 'same',
    jobId: 'same',
    applicationId: 'same',
    position: 'same',
    raw: `''`,
    person: 'redacted',
    unreadable: 'same',
    publicIdentifier: 'null',
    rating: 'same',
    ratingRank: 'same',
    isTopChoice: 'same',
    nameFolded: 'redacted',
    searchText: 'redacted',
    companies: 'redacted',
    companyFolded: 'redacted',
    nowCompanies: 'redacted',
    nowFolded: 'redacted',
    places: 'redacted',
    placeFolded: 'redacted',
    countryFolded: 'redacted',
    titleWords: 'redacted',
    months: 'same',
    monthsMax: 'same',
    schools: 'redacted',
    schoolFolded: 'redacted',
    degrees: 'redacted',
    degreeFolded: 'redacted',
    appliedMs: 'same',
    nowTitles: 'redacted',
    nowTitleFolded: 'redacted',
    tenure: 'same',
    tenureMax: 'same',
    consistencyKeys: `'{}'`,
    firstSeenAt: 'same',
    firstSeenMs: 'same',
    lastSeenAt: 'same',
    goneAt: 'same',
    pass: 'same',
    newIn: 'same',
    newsIn: 'same',
    fetchId: 'same',
    erased: 'same',
    reader: 'same',
    readerVersion: 'same',
    rereadFrom: 'same',
    derived: 'same',
  }

const isAbout = (name: string, row: string) =>
  `${name}.account = ${row}.account and ${name}.job_id = ${row}.job_id and ${name}.application_id = ${row}.application_id`

/**
 * What keeps somebody without a name: nothing that was chosen to end it has come about. A decision that is withheld from the
 * reader must not show in this either. `all_decided` is looked at before.
 */
const lasts = (until: BlindUntil, reader: string, row: string) =>
  until === 'all_decided'
    ? 'true'
    : `not exists (select 1 from "decision" d where ${isAbout('d', row)}
        and ${until === 'shortlisted' ? `d.decision = 'shortlist'` : 'true'}
        and not exists (select 1 from "second_opinion_person" w
          where ${isAbout('w', 'd')} and w.withheld_from = ${quoted(reader)}))`

const isVeiledBy = (reader: string, { account, jobId, until }: Veil, row: string) =>
  `(${row}.account = ${quoted(account)} and ${row}.job_id = ${quoted(jobId)}
    and (${until.map((each) => lasts(each, reader, row)).join(' or ')})
    and not exists (select 1 from "blind_reveal" v where ${isAbout('v', row)} and v.reader = ${quoted(reader)}))`

type Kept = (veil: Veil) => string
type Changes<Table extends PgTable> = { [Name in keyof Table['$inferSelect']]?: string }

/** The rows of a table, with some columns of those about somebody without a name replaced. @param veiled which these are, of a row `t` */
function replaced<Table extends PgTable>(table: Table, changes: Changes<Table>, veiled: string): Shadow {
  const name = getTableName(table)
  const columns = Object.entries(getTableColumns(table)).map(([key, column]) => {
    const plain = `t."${column.name}"`
    const change = changes[key as keyof Changes<Table>]
    // What was null says nothing.
    return change === undefined
      ? plain
      : `case when ${plain} is not null and ${veiled} then ${change} else ${plain} end as "${column.name}"`
  })
  return { table: name, rows: `select ${columns.join(', ')} from "${name}" t`, inWrites: false }
}

function candidates(reader: string, veils: readonly Veil[], isVeiled: (row: string) => string): Shadow {
  const columns = Object.entries(getTableColumns(candidate)).map(([key, { name }]) => ({
    name,
    kind: columnKinds[key as keyof typeof columnKinds],
  }))
  const plain = columns.map(({ name }) => `t."${name}"`)
  const redacted = columns.map(({ name, kind }) =>
    kind === 'same' ? `t."${name}"` : kind === 'redacted' ? `b."${name}"` : `${kind} as "${name}"`,
  )
  const variants = veils.map(
    (veil) => `(${isVeiledBy(reader, veil, 't')} and b.hides_years = ${String(veil.hidesYears)})`,
  )
  return {
    table: 'candidate',
    rows: `select ${plain.join(', ')} from "candidate" t where t.erased or not (${isVeiled('t')})
      union all
      select ${redacted.join(', ')} from "candidate" t join "blind_candidate" b on ${isAbout('b', 't')}
      where not t.erased and (${variants.join(' or ')})`,
    inWrites: true,
  }
}

/** Who meets which criteria: not by a name that a criterion names. */
function criteriaMet(reader: string, veils: readonly Veil[]): Shadow[] {
  const columns = Object.entries(getTableColumns(criteriaResult))
  const replacements = veils.flatMap(({ criteria }) => criteria ?? [])
  if (replacements.length === 0 && veils.every(({ criteria }) => criteria !== null)) return []
  const json = JSON.stringify(
    replacements.map((row) =>
      Object.fromEntries(columns.map(([key, { name }]) => [name, row[key as keyof typeof row]])),
    ),
  )
  const other = `json_populate_recordset(null::"criteria_result", ${quoted(json)})`
  const isReplaced = (veil: Veil) =>
    veil.criteria === null
      ? isVeiledBy(reader, veil, 't')
      : `(exists (select 1 from replaced r where ${isAbout('r', 't')}) and ${isVeiledBy(reader, veil, 't')})`
  return [
    {
      table: getTableName(criteriaResult),
      rows: `with replaced as materialized (select * from ${other})
        select t.* from "criteria_result" t where not (${veils.map(isReplaced).join(' or ')})
        union all
        select r.* from replaced r join "criteria_result" t on ${isAbout('t', 'r')}
        where ${veils.map((veil) => isVeiledBy(reader, veil, 'r')).join(' or ')}`,
      inWrites: false,
    },
  ]
}

/**
 * What a blind reader reads in place of the tables that tell of applicants. A row of theirs who is not redacted yet is left
 * out, never shown. Of what people wrote about them stays what the reader wrote since the review began.
 * @param reader a member's id
 */
export function blindShadows(reader: string, veils: readonly Veil[]): Shadow[] {
  const isVeiled = (row: string, kept?: Kept) =>
    veils
      .map((veil) => {
        const is = isVeiledBy(reader, veil, row)
        return kept ? `(${is} and not (${kept(veil)}))` : is
      })
      .join(' or ')
  const either = (row: string, kept?: Kept) => `(${isVeiled(row, kept)})`
  const since = ({ startedAt }: Veil) => `t.at >= ${quoted(startedAt.toISOString())}::timestamptz`
  const own: Kept = (veil) => `t.by = ${quoted(reader)} and ${since(veil)}`
  const ownOpinion: Kept = ({ startedAt }) =>
    `t.asker_id = ${quoted(reader)} and t.asked_at >= ${quoted(startedAt.toISOString())}::timestamptz`
  const where = (table: PgTable, condition: string): Shadow => ({
    table: getTableName(table),
    rows: `select t.* from "${getTableName(table)}" t where ${condition}`,
    inWrites: false,
  })
  const isAboutSome = (table: string, column: string, kept: Kept) =>
    `exists (select 1 from "${table}" p where p.${column} = t.id and ${either('p', kept)})`
  return [
    candidates(reader, veils, either),
    ...criteriaMet(reader, veils),
    replaced(note, { body: hidden }, either('t', own)),
    {
      ...where(noteVersion, ''),
      rows: `select t.* from "note_version" t where not exists
        (select 1 from "note" n where n.id = t.note_id and n.body = ${hidden})`,
    },
    replaced(nextAction, { text: hidden }, either('t', own)),
    replaced(inboxItem, { text: hidden }, either('t')),
    replaced(secondOpinionPerson, { reason: hidden }, either('t')),
    replaced(
      secondOpinion,
      { note: hidden, view: 'null' },
      isAboutSome('second_opinion_person', 'opinion_id', ownOpinion),
    ),
    replaced(criterionOverrule, { reason: hidden }, either('t', own)),
    replaced(decisionChange, { fromComment: 'null', toComment: 'null' }, either('t')),
    // Somebody may have been searched for by name.
    replaced(decisionStep, { view: `''` }, isAboutSome('decision_change', 'step_id', own)),
    replaced(shareResponse, { comment: 'null' }, either('t')),
    where(consistencyResolution, `not ${either('t')}`),
    where(candidateChange, `t.kind not in ('headline', 'message', 'current_job') or not ${either('t')}`),
    // Last: the ones above look at decisions as they are.
    replaced(decision, { comment: 'null' }, either('t', own)),
  ]
}
