'use client'

import { lazyPart } from '@/components/shared/lazy-part'

/** Above the words of an empty list; most lists are not empty. */
export const EmptyDrawing = lazyPart(
  async () => (await import('./empty-drawing')).EmptyDrawing,
  () => null,
)
