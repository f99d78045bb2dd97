import 'server-only'
import type { ProblemTable } from './problem-table'

/** Failures of a request itself, and of the server that answers it. */
export const requestProblems = {
  invalid_parameter: {
    status: 400,
    title: 'A parameter cannot be used',
    detail: ({ reason }) => reason ?? 'Check the address and its parameters.',
  },
  invalid_body: {
    status: 400,
    title: 'The request body cannot be used',
    detail: ({ reason }) => reason ?? 'Send the JSON object this call describes.',
  },
  body_too_large: {
    status: 413,
    title: 'The request body is too large',
    detail: ({ reason }) => reason ?? 'Send at most 64 KB.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'The request body is not JSON',
    detail: () => 'Send JSON with content-type: application/json.',
  },
  cross_origin: {
    status: 403,
    title: 'The request came from another site',
    detail: () =>
      'Writes are taken only from Shortlist’s own pages. Open Shortlist itself and try again there.',
  },
  not_found: {
    status: 404,
    title: 'Page not found',
    detail: () => 'Check the address.',
  },
  method_not_allowed: {
    status: 405,
    title: 'This address does not take that method',
    detail: ({ allow }) => `Use ${allow}.`,
  },
  account_not_found: {
    status: 404,
    title: 'No such account',
    detail: () =>
      'No account of that label is configured. Use a label of RECRUITER_ACCOUNTS, or leave it out.',
  },
  candidate_not_found: {
    status: 404,
    title: 'This candidate is not loaded',
    detail: () =>
      'No stored applicant of this job has that application id. They may be among those not loaded yet.',
  },
  job_not_found: {
    status: 404,
    title: 'This job is not stored',
    detail: () => 'It was never opened, or was deleted meanwhile. Reload the list of jobs.',
  },
  bad_cursor: {
    status: 400,
    title: 'The cursor does not belong to this view',
    detail: () => 'Start again from the first page, without a cursor.',
  },
  store_unavailable: {
    status: 503,
    title: 'The store cannot be reached',
    detail: () => 'Nothing is lost. Try again in a moment; if it stays, check the database.',
  },
  internal_error: {
    status: 500,
    title: 'Something went wrong in Shortlist',
    detail: () => 'Try again. If it stays, the log has more under this request id.',
  },
} satisfies ProblemTable
