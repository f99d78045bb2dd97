import 'server-only'
import type { PageStart } from '@/lib/contracts/page-start'
import type { View } from '@/lib/contracts/view'
import { type Sandbox, sampleJobs } from '@/lib/sandbox/sandbox'
import type { JobRef } from '@/lib/url/paths'
import { may, type Permission } from '@/lib/domain/permissions'
import { type Actor, assertMay } from '@/lib/server/platform/actor'
import { inTurn } from '@/lib/server/platform/turn'
import { everyAudit, listAudit } from '@/lib/server/audit/audit'
import type { BaseContext, Context } from '@/lib/server/auth/context'
import { everyCredit, listCredits, showCreditMeter } from '@/lib/server/purchases/credits'
import { cancelFetch, fetchCandidates } from '@/lib/server/purchases/fetch-candidates'
import { runningFetch } from '@/lib/server/purchases/follow-fetch'
import { listJobs, openJob, patchJob, showJob } from '@/lib/server/jobs/jobs'
import { deleteJob, keepJob, setJobRetention, stopKeepingJob } from '@/lib/server/jobs/keep-job'
import {
  candidatePageBytes,
  countFacetsOnce,
  listApplicationIds,
  listCandidates,
  locateCandidate,
  nameCandidate,
  showCandidate,
  showHistory,
  showMarks,
} from '@/lib/server/candidates/list-candidates'
import { endSession, endSessions, listSessions, patchMe, showMe } from '@/lib/server/members/me'
import { patchSettings, showSettings } from '@/lib/server/members/settings'
import type { FacetKey } from '@/lib/contracts/facets'
import { showWorkedTogether } from '@/lib/server/candidates/worked-together'
import { showInsights } from '@/lib/server/candidates/insights'
import { type PageCache, createPageCache } from '@/lib/server/candidates/page-cache'
import {
  changeMember,
  invite,
  listPeople,
  makeResetLink,
  withdrawInvitation,
} from '@/lib/server/members/people'
import { listMemberNames } from '@/lib/server/members/team'
import { askSecondLook, countInbox, listInbox, patchInboxItem, readInbox } from '@/lib/server/reviews/inbox'
import { patchMailSettings, showMailSettings } from '@/lib/server/reviews/mention-mail'
import { recordInformed, saveNoticeSender, showApplicantNotice } from '@/lib/server/reviews/applicant-notice'
import { setNextActions, undoNextActions } from '@/lib/server/reviews/next-action-many'
import { clearNextAction, setNextAction } from '@/lib/server/reviews/next-action'
import { deleteTag, listTags, mergeTag, patchTag, setTags, tagMany } from '@/lib/server/reviews/tags'
import { addNote, deleteNote, editNote, listNotes, showNote } from '@/lib/server/reviews/notes'
import { erasePerson, exportPerson, lookUpPerson } from '@/lib/server/privacy/privacy'
import { quoteFetch } from '@/lib/server/purchases/quotes'
import { privacyFacts } from '@/lib/server/privacy/retention'
import { listShareLinks, makeShareLink, revokeShareLink } from '@/lib/server/sharing/share-links'
import { claimCandidate, nextInTriage, releaseCandidate } from '@/lib/server/reviews/triage'
import { deleteView, listSavedViews, patchView, saveView } from '@/lib/server/reviews/saved-views'
import { checkPeople } from '@/lib/server/reviews/check-people'
import { decide } from '@/lib/server/reviews/decide'
import { showFairness } from '@/lib/server/reviews/fairness'
import { decideMany } from '@/lib/server/reviews/decide-many'
import { listDecisions } from '@/lib/server/reviews/history'
import { noteOpened } from '@/lib/server/reviews/openings'
import { listReasons, saveReasons } from '@/lib/server/reviews/reasons'
import { suggest } from '@/lib/server/reviews/suggest'
import { undoDecision } from '@/lib/server/reviews/undo-decision'
import type { EventHub } from '@/lib/server/events/event-hub'
import { followEvents, type FollowOptions } from '@/lib/server/events/follow-events'
import { exportPeople } from '@/lib/server/exports/export-people'
import { markSeen } from '@/lib/server/candidates/visits'
import { searchPeople } from '@/lib/server/candidates/search-people'
import {
  overruleCriterion,
  saveCriteria,
  showChecklist,
  showCriteria,
  tryCriterion,
} from '@/lib/server/reviews/criteria'
import { resolveConsistency, showConsistency } from '@/lib/server/reviews/consistency'
import { closeSecondOpinion, giveSecondOpinion, showSecondOpinion } from '@/lib/server/reviews/second-opinion'
import { askSecondOpinion, listSecondOpinions } from '@/lib/server/reviews/second-opinions'
import { readUntilLeft } from '@/lib/server/db/reader-left'

// A service without the context it works in, which its caller does not hold.
type Bound<F> = F extends (context: Context, ...rest: infer Rest) => infer Result
  ? (...rest: Rest) => Result
  : never

/** Refuses whoever may not, before anything of the service has run. */
const bind = <F extends (context: Context, ...rest: never[]) => unknown>(
  context: Context,
  permission: Permission,
  service: F,
) =>
  ((...rest: never[]) => {
    assertMay(context.actor, permission)
    return inTurn(() => service(context, ...rest))
  }) as Bound<F>

type Extras = { sandbox: Sandbox | null; kept: PageCache; events: EventHub }

type Allow = <F extends (context: Context, ...rest: never[]) => unknown>(
  permission: Permission,
  service: F,
) => Bound<F>

/** What a team does about applicants. */
const buildReviewServices = (can: Allow) => ({
  listSavedViews: can('read', listSavedViews),
  // Of the team's views: who may change them, which the service looks at.
  saveView: can('own', saveView),
  patchView: can('own', patchView),
  deleteView: can('own', deleteView),
  decide: can('decide', decide),
  decideMany: can('decide', decideMany),
  undoDecision: can('decide', undoDecision),
  suggest: can('comment', suggest),
  showFairness: can('read', showFairness),
  noteOpened: can('own', noteOpened),
  listDecisions: can('read', listDecisions),
  listReasons: can('read', listReasons),
  saveReasons: can('team', saveReasons),
  claimCandidate: can('decide', claimCandidate),
  releaseCandidate: can('decide', releaseCandidate),
  // Whoever may only suggest claims nobody, which the service looks at.
  nextInTriage: can('comment', nextInTriage),
  listMemberNames: can('read', listMemberNames),
  listNotes: can('read', listNotes),
  showNote: can('read', showNote),
  addNote: can('comment', addNote),
  editNote: can('comment', editNote),
  deleteNote: can('comment', deleteNote),
  showCriteria: can('read', showCriteria),
  saveCriteria: can('edit', saveCriteria),
  tryCriterion: can('edit', tryCriterion),
  showChecklist: can('read', showChecklist),
  checkPeople: can('export', checkPeople),
  overruleCriterion: can('decide', overruleCriterion),
  showConsistency: can('read', showConsistency),
  resolveConsistency: can('decide', resolveConsistency),
  listSecondOpinions: can('read', listSecondOpinions),
  askSecondOpinion: can('decide', askSecondOpinion),
  showSecondOpinion: can('read', showSecondOpinion),
  giveSecondOpinion: can('decide', giveSecondOpinion),
  closeSecondOpinion: can('decide', closeSecondOpinion),
  setTags: can('decide', setTags),
  tagMany: can('decide', tagMany),
  setNextActions: can('decide', setNextActions),
  undoNextActions: can('decide', undoNextActions),
  setNextAction: can('decide', setNextAction),
  clearNextAction: can('decide', clearNextAction),
  showApplicantNotice: can('read', showApplicantNotice),
  recordInformed: can('decide', recordInformed),
  saveNoticeSender: can('privacy', saveNoticeSender),
  listTags: can('read', listTags),
  patchTag: can('team', patchTag),
  mergeTag: can('team', mergeTag),
  deleteTag: can('team', deleteTag),
  listInbox: can('own', listInbox),
  countInbox: can('own', countInbox),
  patchInboxItem: can('own', patchInboxItem),
  readInbox: can('own', readInbox),
  askSecondLook: can('comment', askSecondLook),
  showMailSettings: can('own', showMailSettings),
  patchMailSettings: can('own', patchMailSettings),
})

/** What one actor may ask for: every use of the store and of the provider goes through here. */
function buildServices(context: Context, { sandbox, kept, events }: Extras) {
  const can: Allow = (permission, service) => bind(context, permission, service)
  return {
    ...buildReviewServices(can),
    actor: context.actor,
    config: {
      sandbox: sandbox !== null,
      accounts: context.accounts.map(({ label }) => label),
      autoloadCredits: context.autoloadCredits,
      creditsPerDay: context.creditsPerDay,
      sampleJobs: sandbox ? sampleJobs : [],
    },
    /** The stand-in provider; null where there is none. */
    sandbox: may(context.actor.role, 'sandbox') ? sandbox : null,
    listJobs: can('read', listJobs),
    showJob: can('read', showJob),
    openJob: can('read', openJob),
    patchJob: can('edit', patchJob),
    listCandidates: can('read', listCandidates),
    candidatePageBytes: can('read', (of, ref: JobRef, view: View, start: PageStart, limit: number) =>
      candidatePageBytes(of, kept, ref, view, start, limit),
    ),
    /** Reads for a reader who may leave: what they no longer wait for is not worked on. */
    untilLeft: readUntilLeft,
    listApplicationIds: can('read', listApplicationIds),
    showCandidate: can('read', showCandidate),
    showHistory: can('read', showHistory),
    showMarks: can('read', showMarks),
    locateCandidate: can('read', locateCandidate),
    nameCandidate: can('read', nameCandidate),
    countFacets: can(
      'read',
      (of, ref: JobRef, view: View, asked: readonly FacetKey[] | null = null, find: string | null = null) =>
        countFacetsOnce(of, kept, ref, view, asked, find),
    ),
    showWorkedTogether: can('read', showWorkedTogether),
    showInsights: can('read', (of, ref: JobRef, view: View) => showInsights(of, kept, ref, view)),
    fetchCandidates: can('spend', fetchCandidates),
    cancelFetch: can('spend', cancelFetch),
    runningFetch: can('read', runningFetch),
    followEvents: can('read', (of, ref: JobRef, options: FollowOptions) =>
      followEvents(of, events, ref, options),
    ),
    quoteFetch: can('read', quoteFetch),
    markSeen: can('own', markSeen),
    listCredits: can('read', listCredits),
    showCreditMeter: can('read', showCreditMeter),
    everyCredit: can('export', everyCredit),
    exportPeople: can('export', exportPeople),
    showMe: can('own', showMe),
    patchMe: can('own', patchMe),
    showSettings: can('own', showSettings),
    patchSettings: can('own', patchSettings),
    listSessions: can('own', listSessions),
    endSession: can('own', endSession),
    endSessions: can('own', endSessions),
    searchPeople: can('read', searchPeople),
    listPeople: can('people', listPeople),
    invite: can('people', invite),
    withdrawInvitation: can('people', withdrawInvitation),
    changeMember: can('people', changeMember),
    makeResetLink: can('people', makeResetLink),
    privacyFacts: can('privacy', privacyFacts),
    keepJob: can('privacy', keepJob),
    setJobRetention: can('privacy', setJobRetention),
    unkeepJob: can('privacy', stopKeepingJob),
    // Of a job with people in it: owners alone, which the service looks at.
    deleteJob: can('edit', deleteJob),
    lookUpPerson: can('privacy', lookUpPerson),
    erasePerson: can('privacy', erasePerson),
    exportPerson: can('privacy', exportPerson),
    makeShareLink: can('share', makeShareLink),
    listShareLinks: can('share', listShareLinks),
    revokeShareLink: can('share', revokeShareLink),
    listAudit: can('audit', listAudit),
    everyAudit: can('audit', everyAudit),
  }
}
export type Services = ReturnType<typeof buildServices>

/** The services of a process, for whoever asks. */
export function createServices(
  base: BaseContext,
  { sandbox, events }: Omit<Extras, 'kept'>,
): (actor: Actor) => Services {
  const extras = { sandbox, events, kept: createPageCache() }
  return (actor) => buildServices({ ...base, actor }, extras)
}
