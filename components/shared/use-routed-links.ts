'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

// Anything else is the browser's: another tab, another window, a download.
const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey

/** Lets the router follow every `Link` of the page that is pressed: the next page is drawn without loading it afresh. */
export function useRoutedLinks(): void {
  const router = useRouter()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      if (event.defaultPrevented || !isPlain(event) || !(event.target instanceof Element)) return
      const href = event.target.closest('a[data-routed]')?.getAttribute('href')
      if (!href) return
      event.preventDefault()
      router.push(href)
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [router])
}
