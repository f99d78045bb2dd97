import { expect, test } from 'vitest'
import { memberSettings } from '@/lib/contracts/member-settings'
import { onEachEngine } from './engines'
import { httpDesk } from './http-desk'

const at = '/api/me/settings'

onEachEngine('what a member chose for themselves', (held) => {
  const desk = httpDesk(held)
  const patch = (body: object) => desk.read(memberSettings, at, { method: 'PATCH', body })

  test('is kept one by one, and is the usual for the rest', async () => {
    expect(await desk.read(memberSettings, at)).toEqual({
      keys: { off: false, keys: {} },
      hideDecided: false,
    })
    await patch({ hideDecided: true })
    const keys = { off: true, keys: { next: 'y' } }
    expect(await patch({ keys })).toEqual({ keys, hideDecided: true })
    expect(await patch({})).toEqual({ keys, hideDecided: true })
  })

  test('is the usual again where another version stored it differently', async () => {
    await patch({ hideDecided: true })
    await held.database.pool.query(`update member_setting set value = '"often"' where name = 'hideDecided'`)
    expect((await desk.read(memberSettings, at)).hideDecided).toBe(false)
  })

  test('is refused where it is no choice', async () => {
    const refused = await desk.refusal(at, { method: 'PATCH', body: { hideDecided: 'yes' } })
    expect(refused).toMatchObject({ status: 400, code: 'invalid_body' })
  })
})
