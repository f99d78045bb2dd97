'use client'

import { useQuery } from '@tanstack/react-query'
import { GoneNotice } from '@/components/guest/gone-notice'
import { PasscodeForm } from '@/components/guest/passcode-form'
import type { GuestLink } from '@/lib/contracts/guest'
import { toProblem } from '@/lib/query/http'
import { guestBff, guestLinkQuery } from '@/lib/query/guest'
import { GuestScreen } from './guest-screen'

type Props = {
  token: string
  /** As the first HTML has it. */
  link: GuestLink
}

/** A guest's link: the list, the passcode before it, or that it opens nothing any more. */
export function GuestSession({ token, link: first }: Props) {
  const { data = first, error } = useQuery(guestLinkQuery(token, (signal) => guestBff.link(token, signal)))
  if (error && toProblem(error).code === 'share_link_gone') return <GoneNotice />
  if (data.locked) return <PasscodeForm token={token} />
  return <GuestScreen token={token} link={data} />
}
