import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

/** A token of 192 random bits, as text of 32 letters. */
export const newToken = (): string => randomBytes(24).toString('base64url')

/** What the store keeps of a token: enough to know it again, too little to make it. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url')
