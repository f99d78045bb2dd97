import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Running } from './servers'

const probe = pathToFileURL(fileURLToPath(new URL('heap-probe.mjs', import.meta.url))).href
const pathIn = (folder: string) => `${folder}/heap.txt`

/** The settings of a server whose heap can be measured. */
export const heapSettings = (folder: string): Record<string, string> => ({
  NODE_OPTIONS: `--expose-gc --import ${probe}`,
  HEAP_PROBE: pathIn(folder),
})

const answers = async (folder: string) =>
  (await readFile(pathIn(folder), 'utf8').catch(() => '')).split('\n').filter((line) => line !== '')

/** What a server's heap holds after a forced collection, in bytes. It was started with `heapSettings` of the same folder. */
export async function heapOf({ pid }: Running, folder: string): Promise<number> {
  const { length } = await answers(folder)
  process.kill(pid, 'SIGUSR2')
  for (;;) {
    const now = await answers(folder)
    if (now.length > length) return Number(now.at(-1))
    await pause(20)
  }
}
