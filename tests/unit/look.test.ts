import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const screens = ['app', 'components'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`),
)
const offending = (pattern: RegExp, except: string[] = []) =>
  screens
    .filter((path) => !except.includes(path))
    .flatMap((path) =>
      (readFileSync(path, 'utf8').match(pattern) ?? []).map((found) => `${path}: ${found.trim()}`),
    )

test('corners are rounded by the three sizes of the theme', () => {
  expect(screens.length).toBeGreaterThan(100)
  const other =
    /(?<=["'`\s:])rounded(?:-(?!(?:[trblsexy]{1,2}-)?(?:mark|control|panel|full|none)\b|\[inherit\])[\w[\].%-]+)?(?=["'`\s])/g
  expect(offending(other)).toEqual([])
})

test('pages share one width', () => {
  const pages = screens.filter((path) => /^app\/\(app\)\/.*(?:page|layout)\.tsx$/.test(path))
  const widths = pages.flatMap((path) => readFileSync(path, 'utf8').match(/mx-auto [^"]*max-w-[\w-]+/g) ?? [])
  expect(widths.length).toBeGreaterThan(3)
  expect(widths.filter((classes) => !/max-w-page$/.test(classes))).toEqual([])
})

test('check boxes, selects and dates are the product’s own', () => {
  expect(offending(/type="checkbox"/g, ['components/ui/check-box.tsx'])).toEqual([])
  expect(offending(/<select\b|type="(?:date|datetime-local|month|week)"/g)).toEqual([])
})
