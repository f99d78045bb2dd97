import 'server-only'
import type { Role } from '@/lib/contracts/role'
import { may, type Permission } from '@/lib/domain/permissions'
import { AppError } from './app-error'

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
  /** Where the reader’s days begin, as their browser told it; absent where it did not. */
  timeZone?: string | null
}

/** Whoever sits at the sandbox, which is open to its own machine alone. */
export const localActor: Actor = {
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

/** @throws AppError forbidden, naming who may */
export function assertMay({ role }: Actor, permission: Permission): void {
  if (may(role, permission)) return
  throw new AppError('forbidden', { reason: permission, role })
}
