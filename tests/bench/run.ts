// Runs the parts that are named, or all; `--quick` runs every step once on little data, and writes nothing down.
import { inspect } from 'node:util'
import { keep, type Options, print, type Section } from './report'
import { serverLogs } from './servers'

const parts: Record<string, () => Promise<(options: Options) => Promise<Section>>> = {
  desk: async () => (await import('./desk')).desk,
  phones: async () => (await import('./phones')).phones,
  triage: async () => (await import('./triage')).triage,
  people: async () => (await import('./stored-people')).storedPeople,
  drift: async () => (await import('./drift')).drift,
  streams: async () => (await import('./streams')).streams,
  soak: async () => (await import('./soak')).soak,
  embedded: async () => (await import('./soak-embedded')).soakEmbedded,
}
/** Run only when they are named: they install packages that the product does not have. */
const onRequest: typeof parts = { peers: async () => (await import('./compare-grids')).compareGrids }

/** Says each step as it begins, and fails the run when one does not end. */
function stepsWithin(minutes: number) {
  let reject: (error: Error) => void = () => {}
  const late = new Promise<never>((_, fail) => (reject = fail))
  const startedAt = performance.now()
  let step = 'starting'
  let timer: NodeJS.Timeout | undefined
  const say = (what: string) => {
    step = what
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0).padStart(4)
    process.stdout.write(`${seconds} s  ${what}\n`)
    clearTimeout(timer)
    timer = setTimeout(() => reject(new Error(`it did not end within ${minutes} minutes`)), minutes * 60_000)
  }
  return { say, late, current: () => step }
}

/** A part that measured nothing, or no number, has not run. */
function checkFigures(name: string, { lines }: Section): void {
  if (lines.length === 0) throw new Error(`“${name}” gave no figures`)
  const empty = lines.find(({ value }) => value === '' || /NaN|Infinity|undefined/.test(value))
  if (empty) throw new Error(`“${name}” gave no figure for “${empty.measure}”: ${empty.value}`)
}

/** Money and answers are right on a slow machine too; times are only shown. */
function checkRequired(name: string, { lines }: Section): void {
  const wrong = lines.filter(({ required, met }) => required && !met)
  if (wrong.length === 0) return
  const told = wrong.map(({ measure, value, target }) => `${measure}: ${value} (${target})`)
  throw new Error(`“${name}” missed what it must meet:\n${told.join('\n')}`)
}

async function runParts(named: string[], options: Options): Promise<void> {
  const chosen = Object.entries({ ...parts, ...onRequest }).filter(([name]) =>
    named.length > 0 ? named.includes(name) : name in parts,
  )
  for (const [name, load] of chosen) {
    const section = await (await load())(options)
    print(section)
    checkFigures(name, section)
    checkRequired(name, section)
    if (!options.quick) await keep(name, section)
  }
  options.say('done')
}

async function main(requested: string[]): Promise<number> {
  const quick = requested.includes('--quick')
  const named = requested.filter((each) => !each.startsWith('--'))
  const unknown = named.find((each) => !(each in parts || each in onRequest))
  if (unknown !== undefined) {
    process.stderr.write(
      `No part “${unknown}”; there is ${Object.keys({ ...parts, ...onRequest }).join(', ')}.\n`,
    )
    return 1
  }
  // Far more than the slowest step needs on a busy machine: only what hangs is cut off.
  const { say, late, current } = stepsWithin(quick ? 5 : 20)
  try {
    await Promise.race([runParts(named, { quick, say }), late])
    return 0
  } catch (error) {
    const logs = serverLogs()
    if (logs) process.stderr.write(`The servers' last lines:\n${logs}\n`)
    process.stderr.write(`The bench failed in its step “${current()}”: ${inspect(error)}\n`)
    return 1
  }
}

process.exit(await main(process.argv.slice(2)))
