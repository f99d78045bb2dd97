import type { WireCandidate } from './people'

const zalgo = `Z${'\u0300\u0301\u0302\u0303\u0308'.repeat(40)}algo`

/** What a text or a link of a stranger can be: markup, schemes that run, marks, formulas, templates, halves of letters. */
const texts = [
  '<script>window.__pwned = 1</script>',
  '"><img src=x onerror="window.__pwned = 2">',
  'javascript:window.__pwned=3//',
  'data:text/html,<script>window.__pwned=4</script>',
  '\u202eevil\u2066 \u0007\u001b[31m\u0085\u200f',
  '=HYPERLINK("http://x.test")',
  zalgo,
  'lone \ud800 half \udfff',
  'nul \u0000 nul',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '{{constructor.constructor("window.__pwned=5")()}} ${7*7} <%= 7*7 %>',
  '</script></style></title></textarea><svg onload="window.__pwned=6">',
] as const

const giant = 'A'.repeat(1024 * 1024)

/**
 * A profile with something hostile in every text and link; its place in the page decides what stands where, so that a
 * page of twelve has everything everywhere, and a megabyte in the message of its seventh.
 */
export function hostile(row: WireCandidate, place: number): Record<string, unknown> {
  const text = (field: number) =>
    place === 6 && field === 3 ? giant : (texts[(place + field) % texts.length] ?? '')
  return {
    ...row,
    full_name: `<script>alert("name")</script>\u202eevil ${text(0)}`,
    first_name: text(7),
    last_name: text(8),
    headline: `<img src=x onerror=alert(1)> ${zalgo} \u0000 \ud800 lone ${text(1)}`,
    location: `"><svg onload=alert(1)> ${text(2)}`,
    profile_url: place % 2 === 0 ? 'javascript:window.__pwned=7' : text(4),
    public_identifier: `../../etc/passwd\u0000${text(5)}`,
    is_top_choice: true,
    top_choice_message: `@SUM(1+1)\n${'A'.repeat(100_000)}${text(3)}`,
    experiences: row.experiences.map((job, at) => ({
      ...job,
      title: text(at + 6),
      company: text(at + 9),
      company_url: at % 2 === 0 ? 'data:text/html,<script>alert(1)</script>' : text(at + 5),
      date_range: at === 0 ? text(10) : job.date_range,
      description: `{{constructor}} \u2066 ${'長'.repeat(2_000)} ${text(at + 4)}`,
    })),
  }
}
