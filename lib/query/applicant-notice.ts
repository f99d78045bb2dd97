import { queryOptions } from '@tanstack/react-query'
import type { ApplicantNotice, NoticeRequest, NoticeSender } from '@/lib/contracts/applicant-notice'
import type { JobRef } from '@/lib/url/paths'
import { api } from './bff'
import { call, json } from './http'
import { keys } from './options'

const contracts = () => import('@/lib/contracts/applicant-notice')

/** What applicants are told of their data. Each call throws `ProblemError`. */
export const noticeCalls = {
  show: (ref: JobRef, signal?: AbortSignal) =>
    call(async () => (await contracts()).applicantNotice, api(ref, '/notice'), { signal }),
  record: (ref: JobRef, request: NoticeRequest) =>
    call(async () => (await contracts()).noticeAnswer, api(ref, '/notice'), {
      ...json(request),
      method: 'POST',
    }),
  saveSender: (sender: NoticeSender) =>
    call(async () => (await contracts()).noticeSender, '/api/privacy/notice-sender', {
      ...json(sender),
      method: 'PUT',
    }),
}

/** What the applicants of a job have to be told, and who was. */
export const noticeQuery = (ref: JobRef, show: (signal?: AbortSignal) => Promise<ApplicantNotice>) =>
  queryOptions({ queryKey: [...keys.job(ref), 'notice'], queryFn: ({ signal }) => show(signal) })
