// Runs the parts that are named, or all; `--quick` runs every step once on little data, and writes nothing down.
import { keep, type Options, print, type Section } from './report'

const parts: Record<string, () => Promise<(options: Options) => Promise<Section>>> = {
  desk: async () => (await import('./desk')).desk,
  drift: async () => (await import('./drift')).drift,
  soak: async () => (await import('./soak')).soak,
}

async function main(asked: string[]): Promise<void> {
  const quick = asked.includes('--quick')
  const named = asked.filter((each) => !each.startsWith('--'))
  const unknown = named.find((each) => !(each in parts))
  if (unknown !== undefined)
    throw new Error(`No part “${unknown}”; there is ${Object.keys(parts).join(', ')}.`)
  const startedAt = performance.now()
  let step = 'starting'
  // Whatever hangs, the run ends and says where.
  const minutes = quick ? 10 : 60
  setTimeout(() => {
    process.stderr.write(`The bench did not end within ${minutes} minutes; its last step was “${step}”.\n`)
    process.exit(1)
  }, minutes * 60_000).unref()
  const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(0).padStart(4)
  const say = (what: string) => {
    step = what
    process.stdout.write(`${seconds()} s  ${what}\n`)
  }
  for (const [name, load] of Object.entries(parts)) {
    if (named.length > 0 && !named.includes(name)) continue
    const section = await (await load())({ quick, say })
    print(section)
    if (!quick) await keep(name, section)
  }
  say('done')
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exit(1)
  },
)
