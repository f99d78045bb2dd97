import type { ListState } from '@/lib/contracts/fetch'
import type { ListedJob } from '@/lib/contracts/job'
import { creditsText } from '@/lib/domain/credits'
import type { CheckRun, Found } from './check-run'

type Write = (count: number) => string

export const jobsText = (count: number, number: Write) => `${number(count)} ${count === 1 ? 'job' : 'jobs'}`

export const toFound = (before: Pick<ListedJob, 'total'>, list: ListState): Found => ({
  new: list.new,
  // The first ten may not hold everyone who applied since.
  applied: before.total === null || list.total === null ? 0 : Math.max(0, list.total - before.total),
  changed: list.changed,
})

export function foundText({ new: loaded, applied, changed }: Found, number: Write): string {
  const parts = [
    loaded > 0 ? `${number(loaded)} new` : null,
    applied > loaded ? `${number(applied)} applied since` : null,
    changed > 0 ? `${number(changed)} changed` : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? 'Nothing new' : parts.join(' · ')
}

/** How a run ended, or how far it is, in one sentence. */
export function checkWords(
  { state, done, of, new: found, failed, stopped }: CheckRun,
  number: Write,
): string {
  if (state !== 'over') return `Checking ${number(Math.min(of, done + 1))} of ${jobsText(of, number)}.`
  const news = found === 0 ? 'nobody new' : `${number(found)} new`
  const right = `${jobsText(done - failed, number)} checked, ${news}.`
  const wrong = failed === 0 ? '' : ` ${jobsText(failed, number)} could not be checked.`
  const left = of - done
  const rest = stopped !== null && left > 0 ? ` Stopped before ${jobsText(left, number)}.` : ''
  return `${right}${wrong}${rest}`
}

/** What a run cost: what was stated, and what may have been charged besides. */
export const spentWords = ({ spent, risked }: CheckRun, number: Write): string =>
  `${creditsText(spent, number)} charged${risked === 0 ? '' : `, ${number(risked)} possibly`}.`
