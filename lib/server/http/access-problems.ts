import 'server-only'
import type { ProblemTable } from './problem-table'

/** Failures of signing in, of permissions, members and shared links. */
export const accessProblems = {
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
  too_many_streams: {
    status: 429,
    title: 'Too many open pages',
    detail: () => 'Changes by others do not arrive in this one. Close some of the job’s other pages.',
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
  guest_list_preparing: {
    status: 503,
    title: 'The list is being prepared',
    detail: ({ ready, people }) =>
      `${(ready ?? 0).toLocaleString('en')} of ${(people ?? 0).toLocaleString('en')} people are ready. Search, filters and sorting work in a moment, once all are.`,
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
  view_not_found: {
    status: 404,
    title: 'There is no such view',
    detail: () => 'It was deleted, or its owner keeps it to themselves. Reload the page.',
  },
  person_not_found: {
    status: 404,
    title: 'There is no such person',
    detail: () => 'Reload the list and try again.',
  },
} satisfies ProblemTable
