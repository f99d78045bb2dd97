const subjects: Record<string, string> = {
  sign_in: 'Sign-in',
  session: 'Sessions',
  setup: 'Setup',
  invitation: 'Invitations',
  role: 'Roles',
  person: 'People',
  password: 'Passwords',
  two_factor: 'Two-step verification',
  credits: 'Credits',
  export: 'Exports',
  job: 'Jobs',
  share: 'Share links',
  tag: 'Tags',
  notice: 'Notices to applicants',
  criteria: 'Criteria',
  consistency: 'Consistency notes',
  second_opinion: 'Second opinions',
}

const actions: Record<string, string> = {
  'sign_in.done': 'signed in',
  'sign_in.failed': 'could not sign in',
  'sign_in.code_asked': 'gave the right password, and was asked for a code',
  'sign_in.code_refused': 'gave a wrong second code',
  'sign_in.recovery_code_used': 'used a recovery code',
  'sign_in.ended': 'signed out',
  'session.ended': 'signed out another browser',
  'session.ended_all': 'signed out several browsers',
  'setup.done': 'became the first owner',
  'setup.refused': 'could not set up',
  'invitation.made': 'invited',
  'invitation.withdrawn': 'withdrew the invitation of',
  'invitation.accepted': 'accepted the invitation',
  'role.changed': 'changed the role of',
  'person.disabled': 'disabled',
  'person.enabled': 'enabled',
  'person.renamed': 'changed their name',
  'person.erased': 'erased a person',
  'person.exported': 'exported a person’s data',
  'password.changed': 'changed the password',
  'password.refused': 'gave a wrong password',
  'password.reset': 'chose a new password',
  'password.reset_asked': 'asked for a new password',
  'password.reset_link_made': 'made a link for a new password of',
  'two_factor.begun': 'began two-step verification',
  'two_factor.enabled': 'turned on two-step verification',
  'two_factor.disabled': 'turned off two-step verification',
  'two_factor.codes_made': 'made new recovery codes',
  'credits.spent': 'loaded applicants of job',
  'credits.refused': 'could not load applicants of job',
  'export.credits': 'exported the ledger',
  'export.audit': 'exported this log',
  'job.renamed': 'named job',
  'job.kept': 'keeps job',
  'job.no_longer_kept': 'no longer keeps job',
  'job.retention_set': 'set how long to keep job',
  'job.purged': 'deleted, unused for long, job',
  'job.deleted': 'deleted job',
  'notice.recorded': 'recorded that applicants were informed, of job',
  'notice.taken_back': 'took back that applicants were informed, of job',
  'notice.sender_set': 'set who answers for applicants’ data',
  'criteria.changed': 'changed the criteria of job',
  'consistency.resolved': 'resolved a consistency note in job',
  'consistency.reopened': 'reopened a consistency note in job',
  'second_opinion.asked': 'asked for a second opinion in job',
  'second_opinion.given': 'gave a second opinion in job',
  'second_opinion.closed': 'closed a second opinion in job',
  'tag.renamed': 'renamed a tag to',
  'tag.merged': 'merged the tag',
  'tag.deleted': 'deleted the tag',
  'share.made': 'made a share link for job',
  'share.revoked': 'revoked a share link of job',
  'share.opened': 'opened a share link of job',
  'share.done': 'said they are done with a share link of job',
  'share.not_done': 'took back that they are done with a share link of job',
  'share.passcode_refused': 'gave a wrong passcode for job',
}

/** What was done, as the middle of a sentence that begins with who. */
export const actionText = (action: string): string => actions[action] ?? action.replace(/[._]/g, ' ')

/** The parts of the log that a reader can choose. */
export const actionChoices = Object.entries(subjects).map(([value, label]) => ({ value, label }))

// Where the name of a detail is not the word that a reader knows it by.
const keys: Record<string, string> = { kind: 'type', agreed: 'estimate', state: 'status' }

const keyText = (key: string) =>
  (keys[key] ?? key)
    .replaceAll('_', ' ')
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase()

/** The details of an entry in a few words. */
export const detailText = (detail: Record<string, string | number | boolean | null>): string =>
  Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${keyText(key)} ${value === true ? 'yes' : value === false ? 'no' : value}`)
    .join(' · ')
