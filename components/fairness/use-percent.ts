'use client'

import { useLocale } from '@/components/shared/use-locale'

/** Shares as the reader writes them: `34%`. */
export function usePercent(): (share: number) => string {
  const format = new Intl.NumberFormat(useLocale(), { style: 'percent' })
  return (share) => format.format(share)
}
