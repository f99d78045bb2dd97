import 'server-only'
import type { PageStart } from '@/lib/contracts/page-start'
import type { View } from '@/lib/contracts/view'
import { type Sandbox, sampleJobs } from '@/lib/sandbox/sandbox'
import type { JobRef } from '@/lib/url/paths'
import { may } from '@/lib/domain/permissions'
import type { Actor } from '@/lib/server/platform/actor'
import { everyAudit, listAudit } from '@/lib/server/audit/audit'
import type { BaseContext, Context } from '@/lib/server/auth/context'
import { type BlindReader, readBlind } from '@/lib/server/reviews/blind-reader'
import {
  endBlindReview,
  revealCandidate,
  showBlindReview,
  startBlindReview,
} from '@/lib/server/reviews/blind-review'
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
import { type Allow, bind } from './bind-service'

type Extras = { sandbox: Sandbox | null; kept: PageCache; events: EventHub; reader: BlindReader | null }

/** What a team does about applicants. */
const buildReviewServices = (can: Allow) => ({
  listSavedViews: can('read', listSavedViews, 'veiled'),
  // Of the team's views: who may change them, which the service looks at.
  saveView: can('own', saveView, 'veiled'),
  patchView: can('own', patchView, 'veiled'),
  deleteView: can('own', deleteView, 'veiled'),
  decide: can('decide', decide, 'veiled'),
  decideMany: can('decide', decideMany, 'veiled'),
  undoDecision: can('decide', undoDecision, 'veiled'),
  suggest: can('comment', suggest, 'veiled'),
  showFairness: can('read', showFairness, 'veiled'),
  noteOpened: can('own', noteOpened, 'veiled'),
  listDecisions: can('read', listDecisions, 'veiled'),
  listReasons: can('read', listReasons),
  saveReasons: can('team', saveReasons),
  claimCandidate: can('decide', claimCandidate, 'veiled'),
  releaseCandidate: can('decide', releaseCandidate, 'veiled'),
  // Whoever may only suggest claims nobody, which the service looks at.
  nextInTriage: can('comment', nextInTriage, 'veiled'),
  listMemberNames: can('read', listMemberNames),
  listNotes: can('read', listNotes, 'veiled'),
  showNote: can('read', showNote, 'veiled'),
  addNote: can('comment', addNote, 'veiled'),
  editNote: can('comment', editNote, 'veiled'),
  deleteNote: can('comment', deleteNote, 'veiled'),
  showCriteria: can('read', showCriteria, 'veiled'),
  saveCriteria: can('edit', saveCriteria),
  tryCriterion: can('edit', tryCriterion, 'veiled'),
  showChecklist: can('read', showChecklist, 'veiled'),
  checkPeople: can('export', checkPeople, 'veiled'),
  overruleCriterion: can('decide', overruleCriterion),
  showConsistency: can('read', showConsistency, 'veiled'),
  resolveConsistency: can('decide', resolveConsistency),
  listSecondOpinions: can('read', listSecondOpinions, 'veiled'),
  askSecondOpinion: can('decide', askSecondOpinion, 'veiled'),
  showSecondOpinion: can('read', showSecondOpinion, 'veiled'),
  giveSecondOpinion: can('decide', giveSecondOpinion, 'veiled'),
  closeSecondOpinion: can('decide', closeSecondOpinion, 'veiled'),
  showBlindReview: can('read', showBlindReview, 'plain'),
  // For everyone: those who decide, which the service looks at.
  startBlindReview: can('own', startBlindReview, 'plain'),
  endBlindReview: can('own', endBlindReview, 'plain'),
  revealCandidate: can('comment', revealCandidate, 'plain'),
  setTags: can('decide', setTags, 'veiled'),
  tagMany: can('decide', tagMany, 'veiled'),
  setNextActions: can('decide', setNextActions, 'veiled'),
  undoNextActions: can('decide', undoNextActions, 'veiled'),
  setNextAction: can('decide', setNextAction, 'veiled'),
  clearNextAction: can('decide', clearNextAction, 'veiled'),
  showApplicantNotice: can('read', showApplicantNotice, 'veiled'),
  recordInformed: can('decide', recordInformed, 'veiled'),
  saveNoticeSender: can('privacy', saveNoticeSender),
  listTags: can('read', listTags),
  patchTag: can('team', patchTag),
  mergeTag: can('team', mergeTag),
  deleteTag: can('team', deleteTag),
  listInbox: can('own', listInbox),
  countInbox: can('own', countInbox),
  patchInboxItem: can('own', patchInboxItem),
  readInbox: can('own', readInbox),
  askSecondLook: can('comment', askSecondLook, 'veiled'),
  showMailSettings: can('own', showMailSettings),
  patchMailSettings: can('own', patchMailSettings),
})

/** What one actor may ask for: every use of the store and of the provider goes through here. */
function buildServices(context: Context, { sandbox, kept, events, reader }: Extras) {
  const can: Allow = (permission, service, whenBlind = 'refused') =>
    bind(context, permission, service, { reader, whenBlind })
  const services = {
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
    showJob: can('read', showJob, 'veiled'),
    openJob: can('read', openJob, 'veiled'),
    patchJob: can('edit', patchJob, 'plain'),
    listCandidates: can('read', listCandidates, 'veiled'),
    candidatePageBytes: can(
      'read',
      (of, ref: JobRef, view: View, start: PageStart, limit: number) =>
        candidatePageBytes(of, kept, ref, view, start, limit),
      'veiled',
    ),
    /** Reads for a reader who may leave: what they no longer wait for is not worked on. */
    untilLeft: readUntilLeft,
    listApplicationIds: can('read', listApplicationIds, 'veiled'),
    showCandidate: can('read', showCandidate, 'veiled'),
    showHistory: can('read', showHistory, 'veiled'),
    showMarks: can('read', showMarks, 'veiled'),
    locateCandidate: can('read', locateCandidate, 'veiled'),
    nameCandidate: can('read', nameCandidate, 'veiled'),
    countFacets: can(
      'read',
      (of, ref: JobRef, view: View, asked: readonly FacetKey[] | null = null, find: string | null = null) =>
        countFacetsOnce(of, kept, ref, view, asked, find),
      'veiled',
    ),
    showWorkedTogether: can('read', showWorkedTogether, 'veiled'),
    showInsights: can('read', (of, ref: JobRef, view: View) => showInsights(of, kept, ref, view), 'veiled'),
    fetchCandidates: can('spend', fetchCandidates, 'plain'),
    cancelFetch: can('spend', cancelFetch, 'plain'),
    runningFetch: can('read', runningFetch, 'plain'),
    followEvents: can(
      'read',
      (of, ref: JobRef, options: FollowOptions) => followEvents(of, events, ref, options),
      'veiled',
    ),
    quoteFetch: can('read', quoteFetch, 'plain'),
    markSeen: can('own', markSeen, 'veiled'),
    listCredits: can('read', listCredits),
    showCreditMeter: can('read', showCreditMeter),
    everyCredit: can('export', everyCredit),
    exportPeople: can('export', exportPeople, 'veiled'),
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
    keepJob: can('privacy', keepJob, 'plain'),
    setJobRetention: can('privacy', setJobRetention, 'plain'),
    unkeepJob: can('privacy', stopKeepingJob, 'plain'),
    // Of a job with people in it: owners alone, which the service looks at.
    deleteJob: can('edit', deleteJob, 'plain'),
    lookUpPerson: can('privacy', lookUpPerson, 'plain'),
    erasePerson: can('privacy', erasePerson, 'plain'),
    exportPerson: can('privacy', exportPerson, 'plain'),
    makeShareLink: can('share', makeShareLink),
    listShareLinks: can('share', listShareLinks, 'veiled'),
    revokeShareLink: can('share', revokeShareLink, 'plain'),
    listAudit: can('audit', listAudit),
    everyAudit: can('audit', everyAudit),
  }
  // Spread into the literal, so many keys would make it a dictionary, which takes up to a fifth of a millisecond.
  return Object.assign(services, buildReviewServices(can))
}
export type Services = ReturnType<typeof buildServices>

/** The services of a process, for whoever asks. One who may be in a blind review asks `createReaderServices`. */
export function createServices(
  base: BaseContext,
  { sandbox, events }: Pick<Extras, 'sandbox' | 'events'>,
): (actor: Actor) => Services {
  const extras = { sandbox, events, kept: createPageCache(), reader: null }
  return (actor) => buildServices({ ...base, actor }, extras)
}

/** The same, as somebody may see applicants now: what is kept of answers to others is not for who is in a blind review. */
export function createReaderServices(
  base: BaseContext,
  { sandbox, events }: Pick<Extras, 'sandbox' | 'events'>,
): (actor: Actor) => Promise<Services> {
  const kept = createPageCache()
  return async (actor) => {
    const context = { ...base, actor }
    const reader = await readBlind(context)
    const extras = { sandbox, events, kept: reader ? createPageCache() : kept, reader }
    return buildServices(context, extras)
  }
}
