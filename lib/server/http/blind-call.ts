import 'server-only'
import { type BlindScope, blindScopes } from '@/lib/contracts/blind-words'
import { AppError } from '@/lib/server/platform/app-error'

/** `scope`: whose blind review is ended. @throws AppError invalid_parameter */
export function parseBlindScope(search: URLSearchParams): BlindScope {
  const scope = blindScopes.find((each) => each === search.get('scope'))
  if (!scope)
    throw new AppError('invalid_parameter', { reason: `scope is one of ${blindScopes.join(', ')}.` })
  return scope
}
