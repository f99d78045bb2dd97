type WeekInfo = { firstDay: number }
type LocaleWithWeek = Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo }

/**
 * The day that a reader's week begins with, 0 for Sunday. Where the browser does not know (`Intl.Locale.getWeekInfo` is
 * absent from Firefox before 2026), Monday, as in ISO 8601.
 */
export function firstDayOfWeek(locale: string): number {
  const of: LocaleWithWeek = new Intl.Locale(locale)
  const { firstDay } = of.getWeekInfo?.() ?? of.weekInfo ?? { firstDay: 1 }
  return firstDay % 7
}
