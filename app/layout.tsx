import type { Metadata, Viewport } from 'next'
import '@fontsource-variable/inter/wght.css'
import './globals.css'
import type { ReactNode } from 'react'
import { Providers } from './providers'

export const metadata: Metadata = {
  title: { template: '%s · Shortlist', default: 'Shortlist' },
  description: 'Everyone who applied to a job, in one list.',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
}
export const viewport: Viewport = {
  // Before any style has arrived, a blank page is dark for whoever reads in the dark.
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#15171b' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  )
}
