import 'server-only'
import type { Problem } from '@/lib/contracts/problem'
import type { AppError, AppErrorCode, AppErrorFacts } from '@/lib/server/platform/app-error'

type Row = {
  status: number
  title: string | ((facts: AppErrorFacts) => string)
  detail: (facts: AppErrorFacts) => string
}

const credits = (count: number | undefined) => `${count ?? 0} ${count === 1 ? 'credit' : 'credits'}`
const waitText = (seconds: number | undefined) => {
  if (!seconds) return 'a minute'
  const whole = Math.ceil(seconds)
  return `${whole} ${whole === 1 ? 'second' : 'seconds'}`
}
const said = (facts: AppErrorFacts) => (facts.providerMessage ? ` It said: “${facts.providerMessage}”` : '')

/** The one table of failures: status, title, and a sentence that says what the reader can do. */
const table: Record<AppErrorCode, Row> = {
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
    detail: () => 'Send at most 64 KB.',
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
  sign_in_required: {
    status: 401,
    title: 'Sign in first',
    detail: () => 'Nobody is signed in, or the session has ended. Sign in, then try again.',
  },
  forbidden: {
    status: 403,
    title: 'Your role does not allow this',
    detail: ({ role, reason }) =>
      `A ${role ?? 'guest'} may not do this (${reason ?? 'it needs another role'}). Ask an owner for the right to.`,
  },
  too_many_attempts: {
    status: 429,
    title: 'Too many attempts',
    detail: ({ retryAfter }) =>
      `Wait ${retryAfter && retryAfter > 90 ? `${Math.ceil(retryAfter / 60)} minutes` : 'a minute'}, then try again.`,
  },
  setup_closed: {
    status: 403,
    title: 'The setup is closed',
    detail: () =>
      'Either the token is not the one, or the first owner exists already. Check SETUP_TOKEN or the line the server printed at its start.',
  },
  password_not_usable: {
    status: 400,
    title: 'This password cannot be used',
    detail: ({ reason }) => reason ?? 'Use another password.',
  },
  link_not_usable: {
    status: 404,
    title: 'This link isn’t available',
    detail: () => 'It was used already, has expired or was withdrawn. Ask for a new one.',
  },
  share_link_gone: {
    status: 404,
    title: 'This link isn’t available',
    detail: () => 'It has expired, was withdrawn or was cut short. Ask the sender for a new one.',
  },
  passcode_required: {
    status: 401,
    title: 'This link needs a passcode',
    detail: () => 'Type the passcode that came with the link, then try again.',
  },
  passcode_refused: {
    status: 403,
    title: 'The passcode is wrong',
    detail: () => 'Check it with the sender: capital letters count.',
  },
  guest_person_not_found: {
    status: 404,
    title: 'This person is not in the link',
    detail: () => 'They may have left the list since. Reload the page.',
  },
  sign_in_refused: {
    status: 401,
    title: 'Couldn’t sign you in',
    detail: ({ reason }) => reason ?? 'Check what you typed, then try again.',
  },
  issuer_unreachable: {
    status: 503,
    title: 'The identity provider cannot be reached',
    detail: () => 'Try again in a moment, or sign in with a password. If it stays, check OIDC_ISSUER.',
  },
  already_a_member: {
    status: 409,
    title: 'This person is here already',
    detail: () => 'Somebody with this e-mail address can sign in, or could once. Change their role instead.',
  },
  last_owner: {
    status: 409,
    title: 'An owner has to stay',
    detail: () => 'This is the last owner who can sign in. Make somebody else an owner first.',
  },
  person_not_found: {
    status: 404,
    title: 'There is no such person',
    detail: () => 'Reload the list and try again.',
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
  price_above_max: {
    status: 409,
    title: 'The price is above what was agreed',
    detail: ({ needed, left }) =>
      `This costs up to ${credits(needed)} now, and ${left ?? 0} ${left === 1 ? 'was' : 'were'} agreed to. Look at the new price, then load again if it suits you.`,
  },
  credits_capped: {
    status: 409,
    title: 'The day’s credit limit is reached',
    detail: ({ needed, left }) =>
      `This costs up to ${credits(needed)} and ${credits(left)} of today’s limit are left. The limit starts again at midnight UTC; CREDITS_PER_DAY sets it.`,
  },
  autoload_used_up: {
    status: 409,
    title: 'Scrolling has used its credits for today',
    detail: ({ needed, left }) =>
      `This costs up to ${credits(needed)}, and scrolling may spend ${credits(left)} more by itself today. Press the button to load it. The allowance starts again at midnight UTC; AUTOLOAD_CREDITS sets it.`,
  },
  idempotency_key_reused: {
    status: 422,
    title: 'This Idempotency-Key belongs to another request',
    detail: () => 'Use a new key for a new request; the same key is only for repeating the same one.',
  },
  fetch_in_progress: {
    status: 409,
    title: 'This list is being fetched',
    detail: () =>
      'Another fetch of this list is still under way. Its rows will appear; try again in a moment.',
  },
  invalid_api_key: {
    status: 502,
    title: 'The provider refused the API key',
    detail: () => 'Ask your administrator to check the API key (RECRUITER_API_KEY).',
  },
  account_inactive: {
    status: 502,
    title: 'The account is disconnected',
    detail: ({ account }) =>
      `The provider says the account “${account ?? ''}” is inactive. Reconnect the account with the provider, then try again.`,
  },
  invalid_account: {
    status: 502,
    title: 'The provider does not know the account',
    detail: ({ account }) =>
      `Ask your administrator to check the account “${account ?? ''}” in RECRUITER_ACCOUNTS.`,
  },
  invalid_action: {
    status: 502,
    title: 'The provider does not offer this call',
    detail: (facts) => `Check that RECRUITER_API_URL is right.${said(facts)}`,
  },
  invalid_params: {
    status: 404,
    title: ({ listKnown }) =>
      listKnown ? 'The provider refused this load' : 'The provider does not know this job',
    detail: (facts) =>
      facts.listKnown
        ? `The job may have been closed, or this account may no longer see it. Everyone loaded stays.${said(facts)}`
        : `Check the job ID, and that this account may see the job.${said(facts)}`,
  },
  insufficient_credits: {
    status: 402,
    title: 'The provider’s credits have run out',
    detail: ({ needed }) =>
      `The next call needed ${credits(needed)}. Everyone loaded stays readable. Buy credits from the provider, then try again.`,
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests',
    detail: ({ retryAfter }) => `The provider asks us to slow down. Try again in ${waitText(retryAfter)}.`,
  },
  provider_error: {
    status: 502,
    title: 'The provider had an error of its own',
    detail: () => 'Try again in a few minutes.',
  },
  provider_refused: {
    status: 502,
    title: 'The provider refused',
    detail: (facts) => `It answered ${facts.providerCode ?? 'with an unknown code'}.${said(facts)}`,
  },
  provider_edge: {
    status: 502,
    title: 'Couldn’t reach the provider',
    detail: () =>
      'A proxy answered instead of the provider. Try again later; if it stays, check RECRUITER_API_URL and the network.',
  },
  provider_unreachable: {
    status: 502,
    title: 'Couldn’t reach the provider',
    detail: () => 'Check the network and RECRUITER_API_URL, then try again.',
  },
  possibly_charged: {
    status: 504,
    title: 'We didn’t get a reply',
    detail: () => 'The provider’s answer was lost, so this is not retried by itself.',
  },
  not_saved: {
    status: 503,
    title: 'Bought applicants are not shown yet',
    detail: () =>
      'The database could not be reached. They are safe on this server’s disk and appear as soon as the database is back; nothing more is bought for this job until then.',
  },
  not_kept: {
    status: 503,
    title: 'The applicants were bought but could not be saved',
    detail: () =>
      'Neither the database nor this server’s disk took the answer. Ask your administrator to check both before you load more.',
  },
  answers_cannot_be_kept: {
    status: 503,
    title: 'Nobody more can be loaded now',
    detail: () =>
      'This server’s disk cannot keep what would be bought. Ask your administrator to check that DATA_DIR is writable and has free space, then try again.',
  },
  taken_over: {
    status: 409,
    title: 'Another load took over',
    detail: () =>
      'This server paused for too long, so this load stopped. Everyone loaded so far stays. Reload to see where the list stands.',
  },
  stopping: {
    status: 503,
    title: 'Shortlist is stopping',
    detail: () => 'Try again in a moment.',
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
}

/** The RFC 9457 problem of a failure, in words for its reader. */
export function toProblem(error: AppError, requestId: string): Problem {
  const { status, title, detail } = table[error.code]
  const { spent, lastCall, joined, needed, left, retryAfter, fetch } = error.facts
  return {
    type: 'about:blank',
    title: typeof title === 'string' ? title : title(error.facts),
    status,
    code: error.code,
    detail: detail(error.facts),
    requestId,
    spent,
    lastCall,
    joined,
    needed,
    left,
    retryAfter,
    fetch,
  }
}
