import 'server-only'
import type { MailPatch, MailSettings } from '@/lib/contracts/inbox'
import type { BaseContext, Context } from '@/lib/server/auth/context'
import * as mails from './store/mention-mail'

/** Between two mails to one member. */
const pauseMs = 15 * 60_000
/** What has waited longer was read elsewhere, or never will be. */
const staleMs = 24 * 60 * 60_000

async function mailMember(context: BaseContext, userId: string): Promise<void> {
  const { db, signIn, now } = context
  const mail = signIn.mail && (await mails.takeMail(db, userId, { now: now(), pauseMs }))
  if (mail) await signIn.mail?.mentions(mail.to, mail.told)
}

/**
 * Mails members of what has come into their inboxes, where a mail server is set: in one mail, and at most one in a quarter
 * of an hour. Nobody waits for it; what comes meanwhile goes with the next one.
 */
export function mailMentions(context: BaseContext, userIds: readonly string[]): void {
  if (context.signIn.mail === null) return
  const sending = Promise.all(userIds.map((userId) => mailMember(context, userId)))
  context
    .track(sending)
    .catch((error: unknown) => context.log.warn({ err: error }, 'mentions were not mailed'))
}

/** Mails everyone of what came while they had had one a short while ago. */
export async function mailWaiting(context: BaseContext): Promise<void> {
  if (context.signIn.mail === null) return
  const since = new Date(context.now().getTime() - staleMs)
  for (const userId of await mails.whoWaits(context.db, since)) await mailMember(context, userId)
}

/** What the reader is mailed. */
export const showMailSettings = async ({ db, actor, signIn }: Context): Promise<MailSettings> => ({
  mentions: await mails.wantsMail(db, actor.id),
  available: signIn.auth !== null && signIn.mail !== null,
})

export async function patchMailSettings(context: Context, { mentions }: MailPatch): Promise<MailSettings> {
  await mails.setWantsMail(context.db, context.actor.id, mentions)
  return showMailSettings(context)
}
