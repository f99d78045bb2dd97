import { correct, median } from './numbers'
import { type Line, ms } from './report'
import { jobs, type Known } from './seed'
import { startServer } from './servers'
import { fetchInTime } from './signed-in'

/** From the start of the process until the first page of a job has come whole. */
export async function measureStart(
  name: string,
  folder: string,
  settings: Record<string, string>,
  people: readonly Known[],
  rounds: number,
): Promise<Line[]> {
  const [ready, first]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now()
    const server = await startServer('scripts/serve-built.mjs', folder, settings)
    const html = await (await fetchInTime(`${server.url}/jobs/${jobs.small}`)).text()
    first.push(performance.now() - startedAt)
    ready.push(server.readyAfter)
    await server.stop()
    correct(html.includes(`person-${people[0]?.id}`), 'the first page holds its first person')
  }
  return [
    { measure: `cold start to ready, ${name}`, value: ms(median(ready)) },
    { measure: `cold start to the first page, ${name}`, value: ms(median(first)) },
  ]
}
