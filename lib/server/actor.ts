import 'server-only'
import type { Role } from '@/lib/contracts/people'
import { AppError } from '@/lib/server/app-error'

/** Whoever asks for something: a person who signed in, or whoever sits at a desk that asks nobody who they are. */
export type Actor = {
  /** The person's id; `local` at a desk without sign-in. */
  id: string
  name: string
  role: Role
  /** The session it is asked in; null without sign-in. */
  sessionId: string | null
  /** Where the request came from, as far as trusted proxies tell. */
  address: string | null
}

/** Whoever sits at the sandbox, which is open to its own machine alone. */
export const deskActor: Actor = {
  id: 'local',
  name: 'This desk',
  role: 'owner',
  sessionId: null,
  address: null,
}

/** Nobody: what a process does by itself. */
export const systemActor: Actor = {
  id: 'system',
  name: 'Shortlist itself',
  role: 'owner',
  sessionId: null,
  address: null,
}

const everyone = ['owner', 'recruiter', 'viewer'] as const
const desk = ['owner', 'recruiter'] as const
const owners = ['owner'] as const

/** Who may do what. Every service names the one it needs, in services.ts. */
const mayDo = {
  read: everyone,
  /** Of one's own: what one has seen, one's name, one's sessions. */
  own: everyone,
  /** Name a job. */
  edit: desk,
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
export const may = (role: Role, permission: Permission): boolean =>
  mayDo[permission].some((allowed) => allowed === role)

/** @throws AppError forbidden, naming who may */
export function assertMay({ role }: Actor, permission: Permission): void {
  if (may(role, permission)) return
  throw new AppError('forbidden', { reason: permission, role })
}
