import { expect } from 'vitest'
import { memberList } from '@/lib/contracts/inbox'
import { secondOpinion, secondOpinionDetail, secondOpinionList } from '@/lib/contracts/second-opinion'
import type { Database } from '@/lib/server/db/open-database'
import type { doorDesk, Visitor } from './door-desk'
import { applicant, store as save } from './stored-people'
import { personAt, succeed, teamJob } from './team-desk'

export const jobAt = `/api/jobs/${teamJob.jobId}`
/** The first of them applied to another job as well. */
export const otherJob = { account: 'main', jobId: '4100000009' }
export const opinionIds = Array.from({ length: 6 }, (_, at) => `p-${at}`)

const career = [{ title: 'Gardener', company: 'Tallow & Finch', dateRange: '2/2020 - 3/2024' }]

/** An owner who asks, a recruiter who is asked, and six people of a job. */
export async function opinionDesk(desk: ReturnType<typeof doorDesk>, { db }: Pick<Database, 'db'>) {
  const person = (id: string, position: number) =>
    applicant(id, {
      ...{ position, fullName: `Nadia Quorvane ${id}`, publicIdentifier: `nadia-${id}`, experiences: career },
    })
  await save(db, teamJob, opinionIds.map(person))
  await save(db, otherJob, [
    applicant('there', { fullName: 'Nadia Quorvane p-0', publicIdentifier: 'nadia-p-0' }),
  ])
  const asker = await desk.owner()
  const { browser: colleague } = await desk.member(asker, 'recruiter')
  const members = (await succeed(memberList, asker, '/api/members')).items
  const colleagueId = members.find(({ name }) => name === 'A recruiter')!.id
  const at = (id: string) => `${jobAt}/second-opinions/${id}`
  return {
    ...{ asker, colleague, colleagueId, at },
    ask: (ids: readonly string[], more = {}) =>
      succeed(secondOpinion, asker, `${jobAt}/second-opinions`, 'POST', {
        ...{ colleague: colleagueId, applicationIds: ids },
        ...more,
      }),
    list: async (who: Visitor) => (await succeed(secondOpinionList, who, `${jobAt}/second-opinions`)).items,
    show: (who: Visitor, id: string) => succeed(secondOpinionDetail, who, at(id)),
    async decide(who: Visitor, applicationId: string, body: Record<string, unknown>) {
      const made = await who.ask(`${personAt(applicationId)}/decision`, { method: 'PUT', body })
      expect(made.status, made.text).toBe(200)
    },
    async choose(id: string, applicationId: string, decision: string, reason?: string) {
      const body = { decision, ...(reason === undefined ? {} : { reason }) }
      const given = await colleague.ask(`${at(id)}/candidates/${applicationId}`, { method: 'PUT', body })
      expect(given.status, given.text).toBe(200)
    },
  }
}
