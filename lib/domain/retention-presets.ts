export type RetentionPreset = {
  /** Where applicants' records are kept for that long. */
  label: string
  days: number
  /** In words: “6 months”. */
  time: string
  /** Whether the rule says when to delete at the latest, or until when to keep at least. */
  rule: 'at most' | 'at least'
  /** What the time is taken from; docs/privacy.md has the whole of it. */
  source: string
}

/** How long an unused job may be kept, by the place whose rules its applicants fall under. Read by the store, the screen and the API. */
export const retentionPresets = {
  AT: {
    label: 'Austria',
    days: 213,
    time: '7 months',
    rule: 'at most',
    source: 'GlBG §§ 15, 29: claims within 6 months, and a month for them to arrive',
  },
  DE: {
    label: 'Germany',
    days: 183,
    time: '6 months',
    rule: 'at most',
    source: 'AGG § 15 (4) and ArbGG § 61b: claims within 5 months; the BfDI accepts 6',
  },
  FR: {
    label: 'France',
    days: 730,
    time: '24 months',
    rule: 'at most',
    source: 'CNIL, recruitment guide: 2 years after the last contact',
  },
  NL: {
    label: 'Netherlands',
    days: 28,
    time: '4 weeks',
    rule: 'at most',
    source: 'Autoriteit Persoonsgegevens: 4 weeks after the procedure; a year with consent',
  },
  UK: {
    label: 'United Kingdom',
    days: 365,
    time: '12 months',
    rule: 'at most',
    source:
      'Equality Act 2010, s. 123: claims within 3 months, which a tribunal may extend; CIPD: 6 to 12 months',
  },
  US: {
    label: 'United States',
    days: 365,
    time: '12 months',
    rule: 'at least',
    source: '29 CFR § 1602.14: 1 year from the record or the decision',
  },
  'US-CA': {
    label: 'California',
    days: 1_461,
    time: '48 months',
    rule: 'at least',
    source: 'Cal. Gov. Code § 12946 (a): 4 years',
  },
} as const satisfies Record<string, RetentionPreset>

export type RetentionPresetKey = keyof typeof retentionPresets
export const retentionPresetKeys = Object.keys(retentionPresets) as RetentionPresetKey[]

/** @returns the preset of a stored key; null for none, and for one that is no longer declared */
export function getRetentionPreset(key: string | null): RetentionPreset | null {
  const known = retentionPresetKeys.find((each) => each === key)
  return known === undefined ? null : retentionPresets[known]
}
