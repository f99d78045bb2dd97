import { expectAccessible } from './accessible'
import { desk } from './desk'
import { expect, test } from './fixtures'

test('the palette leads to a person, to another job and runs a command, by keyboard alone', async ({
  page,
  served,
  store,
}) => {
  const [job, other] = [served.newJob(60), served.newJob(30)]
  await store(job)
  await store(other)
  await page.goto(`/jobs/${job.jobId}`)
  const { toggle, career } = desk(page)
  const palette = page.getByRole('dialog', { name: 'Search and commands' })
  const person = job.person(3)
  await page.keyboard.press('j')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(palette.getByRole('combobox')).toBeFocused()
  await expect(palette.getByRole('option').first()).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.type(person.full_name)
  const people = palette.getByRole('group', { name: 'People in this job' })
  await expect(people).toContainText(person.full_name)
  // The keys of the list are typed here.
  await expect(page.getByRole('region', { name: 'Selection' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(toggle(0)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type(person.full_name)
  await expect(people.getByRole('option', { name: person.full_name })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.keyboard.press('Enter')
  await expect(career(person)).toBeVisible()

  // A command of the palette is about the person in view, as its key is.
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('write a note')
  await expect(palette.getByRole('option', { name: /^Write a note/ })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.keyboard.press('Enter')
  await expect(career(person).getByRole('textbox', { name: 'Write a note' })).toBeFocused()

  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type(other.jobId)
  await expect(palette.getByRole('option', { name: `Job ${other.jobId}` })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/jobs/${other.jobId}`)
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await expect(page).toHaveURL('/inbox')
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible()
})
