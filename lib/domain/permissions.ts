import type { Role } from '@/lib/contracts/role'

const everyone: readonly Role[] = ['owner', 'recruiter', 'viewer']
const desk: readonly Role[] = ['owner', 'recruiter']
const owners: readonly Role[] = ['owner']

/** Who may do what. Every service names the one it needs; pages ask only to know what to offer. */
const mayDo = {
  read: everyone,
  /** Of one's own: what one has seen, one's name, one's sessions. */
  own: everyone,
  /** Name a job. */
  edit: desk,
  /** Decide about applicants, tag them, say what is next. */
  decide: desk,
  /** Write notes, and suggest a decision. */
  comment: everyone,
  /** The team's reasons, tags and views. */
  team: desk,
  spend: desk,
  share: desk,
  export: desk,
  /** People and their roles. */
  people: owners,
  /** Erase, keep, hand out what is stored of somebody. */
  privacy: owners,
  audit: owners,
  /** The stand-in provider and its faults. */
  sandbox: owners,
} satisfies Record<string, readonly Role[]>
export type Permission = keyof typeof mayDo

/** Whether a role may do this. */
export const may = (role: Role, permission: Permission): boolean => mayDo[permission].includes(role)
