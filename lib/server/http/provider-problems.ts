import 'server-only'
import type { AppErrorFacts } from '@/lib/server/platform/app-error'
import { credits, type ProblemTable } from './problem-table'

const waitText = (seconds: number | undefined) => {
  if (!seconds) return 'a minute'
  const whole = Math.ceil(seconds)
  return `${whole} ${whole === 1 ? 'second' : 'seconds'}`
}
const said = (facts: AppErrorFacts) => (facts.providerMessage ? ` It said: “${facts.providerMessage}”` : '')

/** Failures of a call to the provider. */
export const providerProblems = {
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
} satisfies ProblemTable
