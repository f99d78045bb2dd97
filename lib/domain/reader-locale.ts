/** How a reader writes numbers and dates, and in whose time. */
export type ReaderLocale = {
  /** For `Intl`: Gregorian, in Latin digits. */
  locale: string
  /** An IANA name; null while no request has told it. */
  timeZone: string | null
}

/** The cookie in which a browser says how its reader writes numbers and dates: `de-DE Europe/Berlin`, encoded. */
export const localeCookie = 'shortlist-locale'

// What is written for a browser that says nothing of its reader.
const defaultLocale = 'en-GB'

/**
 * A language tag as a locale for `Intl`, with the calendar and the digits that careers are written in: a page has one
 * of each. Null where the tag is none, or its language is not known here.
 */
export function toLocale(tag: string): string | null {
  try {
    const { baseName } = new Intl.Locale(tag)
    if (Intl.DateTimeFormat.supportedLocalesOf(baseName).length === 0) return null
    return new Intl.Locale(baseName, { calendar: 'gregory', numberingSystem: 'latn' }).toString()
  } catch {
    return null
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** The locale that a browser likes best, of an `Accept-Language` header; it puts its reader's own first. */
function fromHeader(header: string): string | null {
  for (const part of header.slice(0, 200).split(',')) {
    const locale = toLocale((part.split(';')[0] ?? '').trim())
    if (locale !== null) return locale
  }
  return null
}

/**
 * Who reads, as far as a request tells: by the cookie, else by `Accept-Language`, which names no time zone.
 * @param cookie its decoded value, null where there is none yet
 */
export function parseReaderLocale(cookie: string | null, acceptLanguage: string | null): ReaderLocale {
  const [tag = '', zone = ''] = (cookie ?? '').slice(0, 200).split(' ')
  return {
    locale: toLocale(tag) ?? fromHeader(acceptLanguage ?? '') ?? toLocale(defaultLocale) ?? defaultLocale,
    timeZone: isTimeZone(zone) ? zone : null,
  }
}

/** The value of the cookie for a reader. */
export const formatReaderLocale = ({ locale, timeZone }: ReaderLocale): string =>
  `${new Intl.Locale(locale).baseName} ${timeZone ?? ''}`
