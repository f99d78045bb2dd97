import type pg from 'pg'

export type Asked = { text: string; values: unknown[] }

type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Node[]
}

/** How the database answered a query, by its own account. */
export async function planOf(pool: pg.Pool, { text, values }: Asked): Promise<Node> {
  const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: Node }] | string }>(
    `explain (analyze, format json) ${text}`,
    values,
  )
  const plan = rows[0]!['QUERY PLAN']
  return (typeof plan === 'string' ? (JSON.parse(plan) as [{ Plan: Node }]) : plan)[0].Plan
}

/** Every reading of the applicants in a plan: how, and how many rows it looked at, those it then left out too. */
export function scansOf(node: Node): { how: string; rows: number }[] {
  const below = (node.Plans ?? []).flatMap(scansOf)
  if (node['Relation Name'] !== 'candidate') return below
  const perLoop =
    node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)
  return [...below, { how: node['Node Type'], rows: perLoop * node['Actual Loops'] }]
}
