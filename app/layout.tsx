import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import localFont from 'next/font/local'
import './fonts.css'
import './globals.css'
import './icons.css'
import type { ReactNode } from 'react'
import { localeCookie, parseReaderLocale } from '@/lib/domain/reader-locale'
import { Providers } from './providers'

// Preloaded, and used only where it is there before the first letter is drawn: a font that comes late moves text.
const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  display: 'optional',
  adjustFontFallback: false,
  variable: '--font-inter',
})

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

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is made for its request: a nonce that was kept would be no secret.
  const [asked, jar] = await Promise.all([headers(), cookies()])
  const nonce = asked.get('x-shortlist-nonce') ?? undefined
  const locale = parseReaderLocale(jar.get(localeCookie)?.value ?? null, asked.get('accept-language'))
  return (
    <html lang="en" className={inter.variable} suppressHydrationWarning>
      <head>
        {/* Painted once all of the first HTML is there: half a row would be laid out again with its other half. */}
        <link rel="expect" href="#page-end" blocking="render" />
      </head>
      <body>
        <Providers nonce={nonce} locale={locale}>
          {children}
        </Providers>
        <span id="page-end" hidden />
      </body>
    </html>
  )
}
