import 'server-only'
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

const keyLength = 32
// Tens of milliseconds and 16 MB for each guess.
const cost = { N: 16_384, r: 8, p: 1 }

const stretched = (passcode: string, salt: Buffer) =>
  new Promise<Buffer>((resolve, reject) => {
    // The same passcode however a keyboard composes its letters.
    scrypt(passcode.normalize('NFKC'), salt, keyLength, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

/** What the store keeps of a passcode: salt and scrypt key, as text. */
export async function passcodeHash(passcode: string): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('base64url')}.${(await stretched(passcode, salt)).toString('base64url')}`
}

/** @param hash as `passcodeHash` gave it */
export async function isPasscode(passcode: string, hash: string): Promise<boolean> {
  const [salt = '', key = ''] = hash.split('.').map((part) => Buffer.from(part, 'base64url'))
  if (typeof salt === 'string' || typeof key === 'string') return false
  const given = await stretched(passcode, salt)
  return given.length === key.length && timingSafeEqual(given, key)
}
