'use client'

import type { MemberChoice } from '@/lib/contracts/member-choice'
import { memberLabel } from '@/lib/domain/member-label'
import { useReaderLocale } from './use-locale'

const day = { day: 'numeric', month: 'short', year: 'numeric' } as const
const formats = { day, time: { ...day, hour: 'numeric', minute: '2-digit' } } as const

/** Labels the members of a list to choose from; two with the same name get different labels. */
export function useMemberLabel() {
  const { locale, timeZone } = useReaderLocale()
  return (member: MemberChoice, members: readonly MemberChoice[]) =>
    memberLabel(member, members, (iso, format) =>
      new Date(iso).toLocaleString(locale, { ...formats[format], timeZone: timeZone ?? 'UTC' }),
    )
}
