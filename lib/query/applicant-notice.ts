import { queryOptions } from '@tanstack/react-query'
import type { ApplicantNotice, NoticeRequest, NoticeSender } from '@/lib/contracts/applicant-notice'
import type { JobRef } from '@/lib/url/paths'
import { contractsIn } from './answers'
import { api } from './bff'
import { call, json } from './http'
import { keys } from './options'

const ofNotice = contractsIn(() => import('@/lib/contracts/applicant-notice'))

/** What applicants are told of their data. Each call throws `ProblemError`. */
export const noticeCalls = {
  show: (ref: JobRef, signal?: AbortSignal) =>
    call(ofNotice('applicantNotice'), api(ref, '/notice'), { signal }),
  record: (ref: JobRef, request: NoticeRequest) =>
    call(ofNotice('noticeAnswer'), api(ref, '/notice'), {
      ...json(request),
      method: 'POST',
    }),
  saveSender: (sender: NoticeSender) =>
    call(ofNotice('noticeSender'), '/api/privacy/notice-sender', {
      ...json(sender),
      method: 'PUT',
    }),
}

/** What the applicants of a job have to be told, and who was. */
export const noticeQuery = (ref: JobRef, show: (signal?: AbortSignal) => Promise<ApplicantNotice>) =>
  queryOptions({ queryKey: [...keys.job(ref), 'notice'], queryFn: ({ signal }) => show(signal) })
