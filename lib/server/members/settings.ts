import 'server-only'
import {
  type MemberSettings,
  memberSettings,
  type MemberSettingsPatch,
} from '@/lib/contracts/member-settings'
import { inOneStep } from '@/lib/server/audit/audit'
import type { Context } from '@/lib/server/auth/context'
import { listSettings, saveSetting } from './store/settings'

const defaults: MemberSettings = { keys: { off: false, keys: {} }, hideDecided: false }

const names = Object.keys(defaults) as (keyof MemberSettings)[]

/** What the member chose for themselves; defaults for the rest, and for what an earlier version stored differently. */
export async function showSettings({ db, actor }: Context): Promise<MemberSettings> {
  const stored = new Map((await listSettings(db, actor.id)).map(({ name, value }) => [name, value]))
  const read = names.flatMap((name) => {
    const text = stored.get(name)
    const parsed = text === undefined ? null : memberSettings.shape[name].safeParse(JSON.parse(text))
    return parsed?.success ? [[name, parsed.data] as const] : []
  })
  return { ...defaults, ...Object.fromEntries(read) }
}

/** Stores what the member chose; what is left out stays. */
export async function patchSettings(context: Context, patch: MemberSettingsPatch): Promise<MemberSettings> {
  await inOneStep(context, async ({ db, actor }) => {
    for (const [name, value] of Object.entries(patch))
      if (value !== undefined) await saveSetting(db, actor.id, name, JSON.stringify(value))
  })
  return showSettings(context)
}
