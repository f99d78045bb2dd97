import { all, anybody, desk, everyone, type Known, missing, owners, row, type Row } from './access-row'

/** A link to everybody of a job, names and all, on which guests may vote. */
export const linkRequest = (jobId: string) => ({
  ...{ jobId, account: null, kind: 'live', view: '', applicationIds: null, title: 'For the garden' },
  fields: { names: true, message: true, descriptions: true, profileLinks: false },
  ...{ days: 14, passcode: null, mayRespond: true },
})

/** Every address of the API under a method it takes. What is not here is taken under no other method: a test asks. */
export function apiTable({ jobId, applicationId, viewerId, token, ref }: Known): Row[] {
  const job = `/api/jobs/${jobId}`
  const claim = `${job}/candidates/${applicationId}/claim`
  const person = `${job}/candidates/${applicationId}`
  const stranger = { publicIdentifier: 'nobody-of-that-name' }
  const wrong = 'A'.repeat(32)
  const none = '11111111-2222-4333-8444-555555555555'
  return [
    row('health', 'GET', '/api/health', anybody),
    row('ready', 'GET', '/api/ready', anybody),
    row('metrics', 'GET', '/api/metrics', anybody),
    row('[...path]', 'GET', '/api/nothing', everyone(404)),
    row('[...path]', 'POST', '/api/nothing', everyone(404), {}),
    row('[...path]', 'PUT', '/api/nothing', everyone(404), {}),
    row('[...path]', 'PATCH', '/api/nothing', everyone(404), {}),
    row('[...path]', 'DELETE', '/api/nothing', everyone(404)),

    row('jobs', 'GET', '/api/jobs', all),
    row('jobs/[jobId]', 'GET', job, all),
    row('jobs/[jobId]', 'PATCH', job, desk, { label: 'Gardeners' }),
    row('jobs/[jobId]/insights', 'GET', `${job}/insights?q=a`, all),
    row('jobs/[jobId]/candidates', 'GET', `${job}/candidates?q=a`, all),
    row('jobs/[jobId]/candidates/[applicationId]', 'GET', `${job}/candidates/${applicationId}`, all),
    row(
      'jobs/[jobId]/candidates/[applicationId]/decision',
      'PUT',
      `${job}/candidates/${applicationId}/decision`,
      desk,
      { decision: 'maybe' },
    ),
    row(
      'jobs/[jobId]/candidates/[applicationId]/suggestion',
      'PUT',
      `${job}/candidates/${applicationId}/suggestion`,
      all,
      { decision: 'maybe' },
    ),
    row(
      'jobs/[jobId]/candidates/[applicationId]/opened',
      'POST',
      `${job}/candidates/${applicationId}/opened`,
      all,
      {},
    ),
    row(
      'jobs/[jobId]/candidates/[applicationId]/decisions',
      'GET',
      `${job}/candidates/${applicationId}/decisions`,
      all,
    ),
    row('jobs/[jobId]/candidates/[applicationId]/worked-together', 'GET', `${person}/worked-together`, all),
    row('jobs/[jobId]/criteria', 'GET', `${job}/criteria`, all),
    row('jobs/[jobId]/criteria', 'PUT', `${job}/criteria`, [409, 409, 403, 401], {
      version: 99,
      criteria: [],
    }),
    row('jobs/[jobId]/criteria/trial', 'POST', `${job}/criteria/trial`, desk, {
      ...{ need: 'must', name: 'Led', kind: 'words', words: 'led', minYears: null },
    }),
    row('jobs/[jobId]/candidates/[applicationId]/criteria', 'GET', `${person}/criteria`, all),
    row(
      'jobs/[jobId]/candidates/[applicationId]/criteria/[criterionId]',
      'PUT',
      `${person}/criteria/${none}`,
      [404, 404, 403, 401],
      { met: true, reason: 'Said so' },
    ),
    row('jobs/[jobId]/candidates/[applicationId]/consistency', 'GET', `${person}/consistency`, all),
    row(
      'jobs/[jobId]/candidates/[applicationId]/consistency/[noteKey]',
      'PUT',
      `${person}/consistency/${none}`,
      [404, 404, 403, 401],
      { resolved: true, reason: 'One agency' },
    ),
    row('jobs/[jobId]/second-opinions', 'GET', `${job}/second-opinions`, all),
    row('jobs/[jobId]/second-opinions', 'POST', `${job}/second-opinions`, [400, 400, 403, 401], {
      ...{ colleague: none, applicationIds: [applicationId] },
    }),
    row('jobs/[jobId]/second-opinions/[opinionId]', 'GET', `${job}/second-opinions/${none}`, missing),
    row(
      'jobs/[jobId]/second-opinions/[opinionId]',
      'DELETE',
      `${job}/second-opinions/${none}`,
      [404, 404, 403, 401],
    ),
    row(
      'jobs/[jobId]/second-opinions/[opinionId]/candidates/[applicationId]',
      'PUT',
      `${job}/second-opinions/${none}/candidates/${applicationId}`,
      [404, 404, 403, 401],
      { decision: 'maybe' },
    ),
    row('reasons', 'GET', '/api/reasons', all),
    row('reasons', 'PUT', '/api/reasons', desk, { reasons: [], neededForReject: false }),
    row('jobs/[jobId]/decisions', 'POST', `${job}/decisions`, desk, {
      ...{ decision: 'maybe', applicationIds: [applicationId] },
    }),
    row('jobs/[jobId]/decisions/[changeId]', 'DELETE', `${job}/decisions/${none}`, [404, 404, 403, 401]),
    row('jobs/[jobId]/candidates/[applicationId]/notes', 'GET', `${person}/notes`, all),
    row('jobs/[jobId]/candidates/[applicationId]/notes', 'POST', `${person}/notes`, all, { text: 'A note' }),
    row('jobs/[jobId]/candidates/[applicationId]/notes/[noteId]', 'GET', `${person}/notes/${none}`, missing),
    row(
      'jobs/[jobId]/candidates/[applicationId]/notes/[noteId]',
      'PATCH',
      `${person}/notes/${none}`,
      missing,
      {
        text: 'Another',
      },
    ),
    row(
      'jobs/[jobId]/candidates/[applicationId]/notes/[noteId]',
      'DELETE',
      `${person}/notes/${none}`,
      missing,
    ),
    row('members', 'GET', '/api/members', all),
    row('jobs/[jobId]/candidates/[applicationId]/tags', 'PUT', `${person}/tags`, desk, { tags: ['Phone'] }),
    row('jobs/[jobId]/tags', 'POST', `${job}/tags`, desk, {
      add: ['Phone'],
      applicationIds: [applicationId],
    }),
    row('jobs/[jobId]/next-actions', 'POST', `${job}/next-actions`, desk, {
      text: 'Call them',
      applicationIds: [applicationId],
    }),
    row(
      'jobs/[jobId]/next-actions/[changeId]',
      'DELETE',
      `${job}/next-actions/${none}`,
      [404, 404, 403, 401],
    ),
    row('tags', 'GET', '/api/tags', all),
    row('tags/[tagId]', 'PATCH', `/api/tags/${none}`, [404, 404, 403, 401], { colour: 'blue' }),
    row('tags/[tagId]', 'DELETE', `/api/tags/${none}`, [404, 404, 403, 401]),
    row('tags/[tagId]/merge', 'POST', `/api/tags/${none}/merge`, [404, 404, 403, 401], { into: 'tag_other' }),
    row('jobs/[jobId]/candidates/[applicationId]/next-action', 'PUT', `${person}/next-action`, desk, {
      text: 'Call them',
    }),
    row('jobs/[jobId]/candidates/[applicationId]/next-action', 'DELETE', `${person}/next-action`, desk),
    row('jobs/[jobId]/candidates/[applicationId]/second-looks', 'POST', `${person}/second-looks`, all, {
      members: [viewerId],
    }),
    row('inbox', 'GET', '/api/inbox', all),
    row('inbox/count', 'GET', '/api/inbox/count', all),
    row('inbox/read', 'POST', '/api/inbox/read', all, { upTo: 0 }),
    row('inbox/[itemId]', 'PATCH', '/api/inbox/987654321', missing, { read: true }),
    row('me/mail', 'GET', '/api/me/mail', all),
    row('me/mail', 'PATCH', '/api/me/mail', all, { mentions: true }),
    row('jobs/[jobId]/application-ids', 'GET', `${job}/application-ids`, all),
    row('jobs/[jobId]/export', 'GET', `${job}/export?format=csv&q=a`, desk),
    row('jobs/[jobId]/export', 'POST', `${job}/export`, desk, {
      ...{ format: 'jsonl', applicationIds: [applicationId] },
    }),
    row('jobs/[jobId]/fairness', 'GET', `${job}/fairness`, all),
    row('jobs/[jobId]/blind', 'GET', `${job}/blind`, all),
    // For everyone who reads another job, which nobody knows: this one is read by all that follows.
    row('jobs/[jobId]/blind', 'PUT', '/api/jobs/9999999999/blind', [404, 404, 403, 401], {
      ...{ scope: 'job', until: 'decided', graduationYears: 'hidden' },
    }),
    row('jobs/[jobId]/blind', 'DELETE', '/api/jobs/9999999999/blind?scope=job', [404, 404, 403, 401]),
    row('jobs/[jobId]/candidates/[applicationId]/reveal', 'POST', `${person}/reveal`, all),
    row('jobs/[jobId]/facets', 'GET', `${job}/facets`, all),
    row('jobs/[jobId]/events', 'GET', `${job}/events?follow=0`, all),
    row('jobs/[jobId]/marks', 'GET', `${job}/marks?application=${applicationId}`, all),
    row('jobs/[jobId]/quote', 'GET', `${job}/quote?kind=next`, all),
    row('jobs/[jobId]/visits', 'POST', `${job}/visits`, all, { applicationIds: [], revision: 1 }),
    row('jobs/[jobId]/candidates/[applicationId]/claim', 'PUT', claim, desk, { holder: 'tab-of-tests' }),
    row('jobs/[jobId]/candidates/[applicationId]/claim', 'DELETE', `${claim}?holder=tab-of-tests`, desk),
    row('jobs/[jobId]/triage/next', 'POST', `${job}/triage/next`, all, {
      ...{ holder: 'tab-of-tests', view: '', count: 0, keep: [] },
    }),
    row('jobs/[jobId]/fetches', 'GET', `${job}/fetches`, all),
    row('jobs/[jobId]/fetches', 'POST', `${job}/fetches`, desk, { kind: 'check', maxCredits: 1 }),
    row('jobs/[jobId]/fetches/[fetchId]', 'DELETE', `${job}/fetches/${none}`, desk),

    row('jobs/[jobId]/keep', 'PUT', `${job}/keep`, owners, { reason: 'A claim is open.' }),
    row('jobs/[jobId]/keep', 'DELETE', `${job}/keep`, owners),
    row('jobs/[jobId]/notice', 'GET', `${job}/notice`, all),
    row('jobs/[jobId]/notice', 'POST', `${job}/notice`, desk, {
      informed: true,
      applicationIds: [applicationId],
    }),
    row('privacy/notice-sender', 'PUT', '/api/privacy/notice-sender', owners, {
      controller: 'Example Ltd',
      contact: 'privacy@example.test',
    }),
    row('jobs/[jobId]/retention', 'PUT', `${job}/retention`, owners, { preset: 'DE' }),
    // Of a job that nobody knows; one with people in it is an owner's alone.
    row('jobs/[jobId]', 'DELETE', '/api/jobs/9999999999', [404, 404, 403, 401]),

    row('privacy', 'GET', '/api/privacy', owners),
    row('person-lookups', 'POST', '/api/person-lookups', owners, stranger),
    row('person-exports', 'POST', '/api/person-exports', [404, 403, 403, 401], stranger),
    row('erasures', 'POST', '/api/erasures', owners, stranger),

    row('share-links', 'GET', '/api/share-links', desk),
    row('share-links', 'POST', '/api/share-links', desk, linkRequest(jobId)),
    row('share-links/[linkId]', 'DELETE', `/api/share-links/${none}`, [404, 404, 403, 401]),
    // A link that is open to whoever has it, and the same addresses of one that opens nothing.
    row('s/[token]', 'GET', `/api/s/${token}`, anybody),
    row('s/[token]/candidates', 'GET', `/api/s/${token}/candidates?rating=MAYBE`, anybody),
    row('s/[token]/candidates/[ref]', 'GET', `/api/s/${token}/candidates/${ref}`, anybody),
    row('s/[token]/candidates/[ref]/response', 'PUT', `/api/s/${token}/candidates/${ref}/response`, anybody, {
      vote: 'yes',
      comment: null,
      name: 'Gwen Guest',
    }),
    row('s/[token]/done', 'PUT', `/api/s/${token}/done`, anybody, { done: true, name: 'Gwen Guest' }),
    row('s/[token]/facets', 'GET', `/api/s/${token}/facets`, anybody),
    row('s/[token]/passcode', 'POST', `/api/s/${wrong}/passcode`, everyone(404), { passcode: 'not-one' }),
    row('s/[token]', 'GET', `/api/s/${wrong}`, everyone(404)),
    row('s/[token]/candidates', 'GET', `/api/s/${wrong}/candidates`, everyone(404)),

    row('views', 'GET', `/api/views?job=${jobId}&counts=1`, all),
    row('views', 'POST', `/api/views?job=${jobId}`, all, { name: 'Good ones', query: 'rating=GOOD_FIT' }),
    row('views', 'POST', `/api/views?job=${jobId}`, desk, { name: 'Ours', query: '', team: true }),
    row('views/[viewId]', 'PATCH', `/api/views/${none}`, [404, 404, 404, 401], { name: 'Better ones' }),
    row('views/[viewId]', 'DELETE', `/api/views/${none}`, [404, 404, 404, 401]),

    row('credits', 'GET', '/api/credits', all),
    row('credits/meter', 'GET', '/api/credits/meter', all),
    row('credits/export', 'GET', '/api/credits/export', desk),
    row('audit', 'GET', '/api/audit', owners),
    row('audit/export', 'GET', '/api/audit/export', owners),

    row('me', 'GET', '/api/me', all),
    row('me', 'PATCH', '/api/me', all, { name: 'Same Name' }),
    row('me/settings', 'GET', '/api/me/settings', all),
    row('me/settings', 'PATCH', '/api/me/settings', all, { keys: { off: false, keys: {} } }),
    row('sessions', 'GET', '/api/sessions', all),
    row('sessions', 'DELETE', '/api/sessions?others=1', all),
    row('sessions/[sessionId]', 'DELETE', `/api/sessions/${none}`, [404, 404, 404, 401]),
    row('people', 'GET', '/api/people', owners),
    row('people', 'GET', '/api/people?q=', all),
    row('people/[userId]', 'PATCH', `/api/people/${viewerId}`, owners, { role: 'viewer' }),
    row('people/[userId]/reset-link', 'POST', `/api/people/${viewerId}/reset-link`, owners),
    row('invitations', 'POST', '/api/invitations', owners, { email: 'ivy@example.test', role: 'viewer' }),
    row('invitations/[invitationId]', 'DELETE', `/api/invitations/${none}`, [404, 403, 403, 401]),
    row('password-resets/look', 'POST', '/api/password-resets/look', everyone(404), { token: 'not-one' }),
    row('invitations/look', 'POST', '/api/invitations/look', everyone(404), { token: 'not-one' }),
    row('invitations/accept', 'POST', '/api/invitations/accept', everyone(404), {
      token: 'not-one',
      name: 'Nobody',
      password: 'a long enough sentence',
    }),
    row('setup', 'POST', '/api/setup', everyone(403), {
      token: 'not-the-one-that-opens',
      name: 'Mallory',
      email: 'mallory@example.test',
      password: 'a long enough sentence',
    }),
  ]
}
