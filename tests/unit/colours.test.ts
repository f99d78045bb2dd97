import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const styles = readFileSync('app/globals.css', 'utf8')

/** The colours of a scheme, as the style sheet declares them. */
function coloursIn(selector: string): Record<string, string> {
  const from = styles.indexOf(`${selector} {`)
  const block = styles.slice(from, styles.indexOf('}', from))
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  )
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const light = coloursIn(':root')
const dark = { ...light, ...coloursIn('.dark') }
const schemes = { light, dark }
const colour = (scheme: keyof typeof schemes, name: string) => schemes[scheme][name] ?? name

test('both schemes are read from the style sheet', () => {
  expect(Object.keys(light).length).toBeGreaterThan(20)
  expect(dark['canvas']).not.toBe(light['canvas'])
})

test.each(
  (['light', 'dark'] as const).flatMap((scheme) => [
    // The border of a field, and of a box, against every ground that one stands on; WCAG 1.4.11 asks for 3.
    ...['canvas', 'panel', 'soft'].map((ground) => [scheme, 'edge', ground, 3] as const),
    ...['canvas', 'panel', 'soft'].map((ground) => [scheme, 'accent', ground, 3] as const),
    ...['canvas', 'panel', 'soft'].map((ground) => [scheme, 'danger', ground, 3] as const),
    // A career's drawing stands on rows, open, selected or neither.
    ...['panel', 'soft', 'accent-soft'].map((ground) => [scheme, 'bar', ground, 3] as const),
    ...['panel', 'soft', 'accent-soft'].map((ground) => [scheme, 'accent', ground, 3] as const),
  ]),
)('in the %s %s stands out from %s by %d to 1', (scheme, name, ground, least) => {
  expect(contrast(colour(scheme, name), colour(scheme, ground))).toBeGreaterThanOrEqual(least)
})
