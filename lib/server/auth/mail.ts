import 'server-only'
import { createTransport } from 'nodemailer'
import type { Role } from '@/lib/contracts/role'
import type { Env } from '@/lib/server/platform/env'
import type { Log } from '@/lib/server/platform/log'

const toldWords = {
  mention: 'mentioned you in a note on an applicant',
  second_look: 'asks you for a second look at an applicant',
  second_opinion: 'asks you for a second opinion on applicants',
}
type Told = { by: string; kind: keyof typeof toldWords; jobId: string; label: string | null }
type Reader = { email: string; name?: string }

/** Mails that bring a link. Each resolves when it was handed over, and never throws: what failed is logged. */
export type Mail = {
  invitation: (to: Reader, facts: { token: string; role: Role; from: string }) => Promise<boolean>
  reset: (to: Reader, token: string) => Promise<void>
  /** Tells a member who wrote about applicants; nothing of an applicant is in it. */
  mentions: (to: Reader, told: readonly Told[]) => Promise<boolean>
}

const timeoutMs = 15_000
/** More are in the inbox, which the mail leads to. */
const maxTold = 20

/** The mailer of SMTP_URL; null without one. */
export function createMail({ smtpUrl, mailFrom, appUrl }: Env, log: Log): Mail | null {
  if (smtpUrl === null || appUrl === null) return null
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // What is in a mail comes from us alone; nothing is read from files or addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const from = mailFrom ?? `Shortlist <shortlist@${new URL(appUrl).hostname}>`
  async function send(to: Reader, subject: string, lines: string[]): Promise<boolean> {
    try {
      await transport.sendMail({
        from,
        to: { name: to.name ?? '', address: to.email },
        subject,
        text: `${lines.join('\n\n')}\n`,
      })
      return true
    } catch (error) {
      log.warn({ err: error }, 'a mail could not be sent')
      return false
    }
  }
  return {
    invitation: (to, { token, role, from: inviter }) =>
      send(to, 'You are invited to Shortlist', [
        `${inviter} invites you to Shortlist as ${role === 'owner' ? 'an' : 'a'} ${role}.`,
        `Open this link within a week to choose a password and sign in. It works once:`,
        `${appUrl}/invitation#${token}`,
        'If you do not know why you got this, ignore it.',
      ]),
    mentions: (to, told) =>
      send(
        to,
        told.length === 1 ? 'A note for you on Shortlist' : `${told.length} notes for you on Shortlist`,
        [
          ...told
            .slice(0, maxTold)
            .map(({ by, kind, jobId, label }) => `${by} ${toldWords[kind]} for ${label ?? `job ${jobId}`}.`),
          `Read it here: ${appUrl}/inbox`,
          `To turn these mails off, open ${appUrl}/settings.`,
        ],
      ),
    async reset(to, token) {
      await send(to, 'A new password for Shortlist', [
        'Somebody, hopefully you, asked for a new password for your account. Open this link within an hour to choose it:',
        `${appUrl}/new-password#${token}`,
        'If it was not you, ignore this: nothing changes.',
      ])
    },
  }
}
