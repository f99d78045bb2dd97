import { desk } from './desk'
import { expect, test } from './fixtures'

const ground = () => getComputedStyle(document.documentElement).backgroundColor

test('colours follow the system until the reader chooses, and the choice stays', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(5)
  await store(job)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(`/jobs/${job.jobId}`)
  const light = await page.evaluate(ground)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => page.evaluate(ground)).not.toBe(light)
  const dark = await page.evaluate(ground)

  await page.getByRole('button', { name: 'Theme: system. Change to light' }).click()
  await expect.poll(() => page.evaluate(ground)).toBe(light)
  await page.reload()
  await expect.poll(() => page.evaluate(ground)).toBe(light)
  await page.getByRole('button', { name: 'Theme: light. Change to dark' }).click()
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  await expect.poll(() => page.evaluate(ground)).toBe(dark)
  await page.getByRole('button', { name: 'Theme: dark. Change to system' }).click()
  await expect.poll(() => page.evaluate(ground)).toBe(light)
})

test('on paper a list is light, and its careers and badges are printed with their grounds', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(5)
  await store(job)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(`/jobs/${job.jobId}`)
  const bar = page.getByRole('grid').locator('[data-career] path').first()
  const colour = () => bar.evaluate((path) => getComputedStyle(path).fill)
  const [dark, darkBar] = [await page.evaluate(ground), await colour()]
  await page.emulateMedia({ media: 'print' })
  await expect.poll(() => page.evaluate(ground)).not.toBe(dark)
  expect(await colour()).not.toBe(darkBar)
  const badge = desk(page)
    .row(0)
    .getByText(/^(Good fit|Maybe|Not a fit|Unrated)$/)
  expect(await badge.evaluate((element) => getComputedStyle(element, '::before').printColorAdjust)).toBe(
    'exact',
  )
})

test('for a reader who prefers less motion nothing moves', async ({ page, served, store }) => {
  const job = served.newJob(60)
  await store(job, 50)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(`/jobs/${job.jobId}`)
  const longest = await page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('*')].flatMap((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element)
        return `${transitionDuration}, ${animationDuration}`.split(', ').map(Number.parseFloat)
      }),
    ),
  )
  expect(longest).toBeLessThan(0.001)
  const moved = await desk(page)
    .row(0)
    .evaluate((element) => {
      const row = element as HTMLElement
      const before = row.getBoundingClientRect().top
      row.style.transform = 'translateY(100px)'
      return row.getBoundingClientRect().top - before
    })
  expect(moved, 'pixels, at once').toBe(100)
})

test('at twice the text size the list still shows its people, and the header its words', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(12)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
  const { toggle, career } = desk(page)
  await expect(toggle(0)).toBeVisible()
  await toggle(0).click()
  await expect(career(job.person(0))).toBeVisible()
  await page.reload()
  await expect(career(job.person(0))).toBeInViewport()
})
