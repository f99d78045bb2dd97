import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'

/** One measured value; `met` is absent where there is no target to meet. */
export type Line = {
  measure: string
  value: string
  target?: string
  met?: boolean
  /** Right or wrong on any machine, however busy: the run fails where its target is missed. */
  required?: boolean
}
export type Section = { title: string; intro: string; lines: Line[] }
export type Options = { quick: boolean; say: (what: string) => void }

export const ms = (value: number) =>
  `${value < 10 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0)} ms`
export const mb = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`
export const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`

/** A value that has to stay at or below a limit. */
export const atMost = (
  measure: string,
  value: number,
  limit: number,
  shown: (value: number) => string,
): Line => ({
  measure,
  value: shown(value),
  target: `≤ ${shown(limit)}`,
  met: value <= limit,
})

/** A value that has to reach a limit. */
export const atLeast = (
  measure: string,
  value: number,
  limit: number,
  shown: (value: number) => string,
): Line => ({
  measure,
  value: shown(value),
  target: `≥ ${shown(limit)}`,
  met: value >= limit,
})

/** A line whose target is met on any machine, however busy. */
export const required = (line: Line): Line => ({ ...line, required: true })

const mark = (met: boolean | undefined) => (met === undefined ? '' : met ? '✓' : '✗')

function tableOf({ title, intro, lines }: Section): string {
  const rows = lines.map(({ measure, value, target = '', met }) => [measure, value, target, mark(met)])
  const all = [['measure', 'value', 'target', ''], ...rows]
  const widths = [0, 1, 2, 3].map((at) => Math.max(3, ...all.map((row) => (row[at] ?? '').length)))
  const text = (row: string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [`## ${title}`, '', intro, '', text(all[0] ?? []), rule, ...rows.map(text)].join('\n')
}

function machine(): string {
  const browser = process.env.CHROMIUM_PATH
  const version = browser ? execFileSync(browser, ['--version'], { encoding: 'utf8' }).trim() : 'no browser'
  const [cpu] = cpus()
  return [
    `${cpus().length} × ${cpu?.model.trim() || 'unnamed processor'}`,
    `${Math.round(totalmem() / 1024 ** 3)} GB`,
    `${process.platform} ${process.arch}`,
    `Node ${process.versions.node}`,
    version,
    // Over fifteen minutes: whether it was alone on the machine. Windows always says 0.
    ...loadavg()
      .slice(2)
      .flatMap((load) => (load > 0 ? [`load ${load.toFixed(1)}`] : [])),
  ].join(' · ')
}

const path = 'docs/bench.md'
const head = `# Measured

By \`npm run bench\`: the production build over real HTTP and in a real Chromium, on invented applicants. Each answer is
checked before its time counts; values are medians of several runs unless they say otherwise. Milliseconds depend on the
machine and on what else it does, so compare them within one run only: with the empty page and the empty handler that were
measured beside them. Ratios are within one run; from one table to the next, only they tell whether something got slower.
`

/** Writes a part's table into the document, in place of its last one. */
export async function keep(part: string, section: Section): Promise<void> {
  const before = existsSync(path) ? await readFile(path, 'utf8') : ''
  const [start, end] = [`<!-- ${part} -->`, `<!-- end of ${part} -->`]
  const taken = `_${new Date().toISOString().slice(0, 10)} · ${machine()}_`
  const text = `${start}\n\n${tableOf(section)}\n\n${taken}\n\n${end}`
  const [from, to] = [before.indexOf(start), before.indexOf(end)]
  const next =
    from === -1 || to === -1
      ? `${before || head}\n${text}\n`
      : before.slice(0, from) + text + before.slice(to + end.length)
  await writeFile(path, next)
}

export function print({ title, lines }: Section): void {
  const width = Math.max(...lines.map(({ measure }) => measure.length))
  process.stdout.write(`\n${title}\n`)
  for (const { measure, value, target, met } of lines) {
    const wanted = target === undefined ? '' : `  (${target}) ${mark(met)}`
    process.stdout.write(`  ${measure.padEnd(width)}  ${value}${wanted}\n`)
  }
}
