import { expect, test } from 'vitest'
import { openDatabase } from '@/lib/server/db/open-database'
import type { AppError } from '@/lib/server/platform/app-error'
import { createLimits } from '@/lib/server/auth/limits'
import { createAuthServices } from '@/lib/server/runtime/auth-services'
import { makeShareLink } from '@/lib/server/sharing/share-links'
import { contextOf } from './context-of'
import { onEachEngine } from './engines'
import { linkRequest, markedPeople, sharedJob } from './shared-people'
import { store } from './stored-people'
import { quietLog } from './test-log'

const reach = {
  url: 'http://127.0.0.1:9',
  apiKey: 'none',
  accounts: [{ label: 'main', id: 'none' }] as const,
}

onEachEngine('guesses at a passcode', (held, engine) => {
  test('count as one, whichever instance is asked', async () => {
    // The embedded store belongs to one process: there, a second instance is a second runtime over it.
    const second =
      engine === 'postgres' ? await openDatabase({ ...held.place, log: quietLog }) : held.database
    try {
      await store(held.database.db, sharedJob, markedPeople())
      const { token } = await makeShareLink(
        contextOf(held.database, reach),
        linkRequest({ passcode: 'open sesame' }),
      )
      const doors = [held.database, second].map((database) =>
        createAuthServices(contextOf(database, reach, { limits: createLimits(database.pool) })),
      )
      const guess = async (at: number, address: string, passcode = `guess ${at}`) => {
        const visitor = { kept: () => null, address }
        const outcome: unknown = await doors[at % 2]!.guest.givePasscode(token, passcode, visitor).catch(
          (error: unknown) => error,
        )
        return (outcome as Partial<AppError>).code ?? 'open'
      }
      const from = async (address: string, count: number) => {
        const codes: string[] = []
        for (let at = 0; at < count; at += 1) codes.push(await guess(at, address))
        return codes
      }
      const refused = Array<string>(10).fill('passcode_refused')
      expect(await from('198.51.100.1', 11)).toEqual([...refused, 'too_many_attempts'])
      // One link takes no more than 30, from however many addresses.
      expect(await from('198.51.100.2', 10)).toEqual(refused)
      expect(await from('198.51.100.3', 10)).toEqual(refused)
      expect(await guess(0, '198.51.100.4', 'open sesame')).toBe('too_many_attempts')
      expect(await guess(1, '198.51.100.5', 'open sesame')).toBe('too_many_attempts')
    } finally {
      if (second !== held.database) await second.close()
    }
  })
})
