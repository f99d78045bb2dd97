'use client'

import { lazyPart } from '@/components/shared/lazy-part'
import type { RevealProps } from './reveal-button'

const RevealButton = lazyPart<RevealProps>(
  async () => (await import('./reveal-button')).RevealButton,
  () => null,
)

/** Shows who somebody is, where that is hidden from the reader. */
export const LazyReveal = (props: RevealProps) =>
  props.candidate.veiled ? <RevealButton {...props} /> : null
