import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { choose } from './choose'
import { desk } from './desk'
import { expect, test } from './fixtures'
import { jobId, loaded, make, opened, person, phone } from './guest-desk'

test.use({ provider: 'built-in' })

test('a recruiter shares a view, and a vote on it comes back to their rows', async ({ page, colleague }) => {
  await loaded(page.request)
  await page.goto(`/jobs/${jobId}`)
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title').fill('For Hana')
  await dialog.getByRole('checkbox', { name: 'Names' }).uncheck()
  await expect(dialog.getByRole('checkbox', { name: /^Links to profiles/ })).toBeDisabled()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Create link' }).click()
  const url = await dialog.getByRole('textbox', { name: 'The link' }).inputValue()
  expect(url).toMatch(/\/s\/[\w-]{32}$/)
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeFocused()

  const guest = await colleague()
  await guest.goto(url)
  await expect(person(guest, 0)).toBeVisible()
  await person(guest, 0).press('Enter')
  const form = guest.getByRole('form')
  await form.getByRole('radio', { name: 'Yes' }).check()
  await form.getByLabel(/^Comment/).fill('Strong in analytics.')
  await form.getByLabel('Your name').fill('Hana Beispiel')
  await form.getByRole('button', { name: 'Send' }).click()
  await expect(form.getByRole('button', { name: 'Take back' })).toBeVisible()
  await expect(opened(guest).getByText('You: yes')).toBeVisible()
  await guest.reload()
  await expect(opened(guest).getByText('You: yes')).toBeVisible()

  await page.reload()
  await expect(desk(page).row(0)).toContainText('1 yes')
  await desk(page).toggle(0).click()
  const said = page.getByRole('region', { name: 'What guests said' })
  await expect(said).toContainText('Hana Beispiel · Yes')
  await expect(said).toContainText('Strong in analytics.')
  await expect(said).toContainText('For Hana')
})

test('a vote is sent when it is pressed, and a comment that is not sent waits', async ({
  page,
  colleague,
}) => {
  await loaded(page.request)
  const { token } = await make(page.request)
  const guest = await colleague(phone)
  await guest.goto(`/s/${token}`)
  await person(guest, 0).press('Enter')
  const form = guest.getByRole('form')
  await form.getByLabel(/^Comment/).fill('Half a thought')
  await form.getByRole('radio', { name: 'Maybe' }).check()
  await expect(form.getByRole('status')).toContainText('Add your name to send your vote.')
  await person(guest, 0).press('Enter')
  await expect(form).toBeHidden()
  await person(guest, 0).press('Enter')
  await expect(form.getByLabel(/^Comment/)).toHaveValue('Half a thought')
  await expect(form.getByRole('radio', { name: 'Maybe' })).toBeChecked()
  await form.getByLabel(/^Comment/).fill('')
  await form.getByLabel('Your name').fill('Hana Beispiel')
  await form.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(opened(guest).getByText('You: maybe')).toBeVisible()
  await form.getByLabel(/^Comment/).fill('A whole thought')
  await form.getByRole('radio', { name: 'No' }).check()
  await expect(opened(guest).getByText('You: no')).toBeVisible()
  await expect(form.getByRole('status')).toContainText('Your comment is not sent yet')
  await guest.reload()
  await expect(opened(guest).getByText('You: no')).toBeVisible()
})

test('those who are selected are shared as they are', async ({ page, colleague }) => {
  const { items } = await loaded(page.request)
  await page.goto(`/jobs/${jobId}`)
  for (const at of [0, 2]) await desk(page).row(at).getByRole('checkbox').click()
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Share' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('radio', { name: /^Only the 2 people/ })).toBeChecked()
  await dialog.getByRole('button', { name: 'Create link' }).click()
  const guest = await colleague()
  await guest.goto(await dialog.getByRole('textbox', { name: 'The link' }).inputValue())
  await expect(person(guest, 1)).toHaveText(items[2]?.fullName ?? '')
  await expect(opened(guest).getByRole('heading', { level: 2 })).toHaveCount(2)
})

test('an addressed link says what is asked; nobody’s vote shows to who has not voted; the team hears who is done', async ({
  page,
  colleague,
}) => {
  await loaded(page.request)
  await page.goto(`/jobs/${jobId}`)
  for (const at of [0, 1, 2]) await desk(page).row(at).getByRole('checkbox').click()
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Share' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title').fill('Three to meet')
  await dialog.getByLabel(/^For/).fill('Hana Beispiel')
  await dialog.getByLabel(/^Note to them/).fill('Who should we meet first?')
  await choose(dialog.getByRole('combobox', { name: 'Answer within' }), '3 days')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Create link' }).click()
  const url = await dialog.getByRole('textbox', { name: 'The link' }).inputValue()

  const vote = async (guest: Page, word: string, name: string, comment: string) => {
    await person(guest, 0).press('Enter')
    const form = guest.getByRole('form')
    await form.getByRole('radio', { name: word }).check()
    await form.getByLabel(/^Comment/).fill(comment)
    await form.getByLabel('Your name').fill(name)
    await form.getByRole('button', { name: 'Send' }).click()
    await expect(form.getByRole('button', { name: 'Take back' })).toBeVisible()
  }
  const [vera, hana] = [await colleague(), await colleague(phone)]
  await vera.goto(url)
  await vote(vera, 'Yes', 'Vera Voter', 'A wonderful letter')

  await hana.goto(url)
  const asked = hana.getByRole('region', { name: 'What you are asked' })
  await expect(asked).toContainText('For Hana Beispiel')
  await expect(asked).toContainText('Who should we meet first?')
  await expect(asked).toContainText(/Please answer by .* You voted on 0 of 3/)
  await person(hana, 0).press('Enter')
  await expect(hana.getByRole('form')).toBeVisible()
  const html = await hana.content()
  for (const text of ['Vera Voter', 'A wonderful letter', '1 yes']) expect(html).not.toContain(text)
  await expectAccessible(hana)
  await person(hana, 0).press('Enter')
  await vote(hana, 'No', 'Hana', 'Rather not')
  await expect(asked).toContainText('You voted on 1 of 3')
  await asked.getByRole('button', { name: 'Tell the team you’re done' }).click()
  await expect(asked).toContainText('The hiring team knows that you are done.')
  await expectAccessible(hana)
  expect(await hana.content()).not.toContain('Vera Voter')

  await page.goto('/settings/links')
  const row = page.getByRole('listitem').filter({ hasText: 'Three to meet' })
  await expect(row).toContainText('Voted on 1 of 3')
  await expect(row).toContainText('Done: Hana')
  await expectAccessible(page)
})
