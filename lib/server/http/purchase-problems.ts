import 'server-only'
import { credits, type ProblemTable } from './problem-table'

/** Failures of a purchase that are ours: limits, prices, saving. */
export const purchaseProblems = {
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
} satisfies ProblemTable
