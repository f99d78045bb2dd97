import { request as requests } from '@playwright/test'
import { expectAccessible } from './accessible'
import { desk } from './desk'
import { expect, test } from './fixtures'
import { inviteAndSignIn } from './people'

const nobody = { cookies: [], origins: [] }

test.afterEach(async ({ page }) => {
  // The server is that of other tests too.
  await page.request.patch('/api/me/settings', { data: { hideDecided: false } })
})

test('a note that mentions a colleague reaches their inbox, and is read from there', async ({
  page,
  request,
  served,
  store,
  colleague,
}) => {
  const job = served.newJob(12)
  await store(job)
  const client = await requests.newContext({ baseURL: served.url, storageState: nobody })
  // Others on this server invite colleagues as well, who would be offered too.
  const name = `Morgan${Math.random().toString(36).slice(2)}`
  await inviteAndSignIn(request, client, 'recruiter', { name })
  const other = await colleague({ storageState: await client.storageState() })
  await other.goto('/inbox')
  await expect(other.getByText('Nothing is waiting for you.')).toBeVisible()
  await expectAccessible(other)

  await page.goto(`/jobs/${job.jobId}`)
  const { toggle, career } = desk(page)
  const panel = career(job.person(0))
  const field = panel.getByRole('textbox', { name: 'Write a note' })
  await page.keyboard.press('j')
  await expect(toggle(0)).toBeFocused()
  await page.keyboard.press('n')
  await expect(field).toBeFocused()
  await page.keyboard.type(`**Strong**, see <b>this</b>, @${name.slice(0, 12).toLowerCase()}`)
  await expect(panel.getByRole('listbox', { name: 'Colleagues to mention' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue(`**Strong**, see <b>this</b>, @${name} `)
  // What was begun outlives a reload.
  await page.reload()
  await expect(field).toHaveValue(`**Strong**, see <b>this</b>, @${name} `)
  await field.press('ControlOrMeta+Enter')
  const note = panel.getByRole('region', { name: 'Notes' }).getByRole('listitem')
  await expect(note).toContainText(`Strong, see <b>this</b>, @${name}`)
  await expect(note.getByRole('strong')).toHaveText('Strong')

  await other.reload()
  const inbox = other.getByRole('link', { name: /^Inbox/ })
  await expect(inbox).toHaveAccessibleName(/1 unread/)
  await expect(other.getByRole('list', { name: 'Inbox' })).toContainText('Olive Owner mentioned you')
  await expectAccessible(other)
  await other.getByRole('list', { name: 'Inbox' }).getByRole('link').click()
  await expect(desk(other).career(job.person(0))).toContainText(`@${name}`)
  await expect(inbox).not.toHaveAccessibleName(/unread/)
})

test('a tag and a next action are written by keys, found by filters, shown in columns, and stay', async ({
  page,
  served,
  store,
}) => {
  const job = served.newJob(12)
  await store(job)
  await page.goto(`/jobs/${job.jobId}`)
  const { toggle, career, row } = desk(page)
  const panel = career(job.person(0))
  await page.keyboard.press('j')
  await expect(toggle(0)).toBeFocused()
  await page.keyboard.press('t')
  const field = panel.getByRole('combobox', { name: 'Add a tag' })
  await expect(field).toBeFocused()
  await page.keyboard.type('Phone screen')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('button', { name: 'Remove tag Phone screen' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(toggle(0)).toBeFocused()

  const next = panel.getByRole('region', { name: 'Next action' })
  await next.getByRole('button', { name: 'Add next action' }).click()
  await next.getByRole('textbox', { name: 'What to do next' }).fill('Call on Monday')
  await next.getByRole('button', { name: 'Save next action' }).click()
  await expect(next).toContainText('Call on Monday')
  await expectAccessible(page)

  await page.goto(`/jobs/${job.jobId}?next=open&nextfor=me&columns=rating,tags,next`)
  await expect(page.getByRole('button', { name: 'Remove filter Next action: No due day' })).toBeVisible()
  await expect(row(0)).toContainText('Phone screen')
  await expect(row(0)).toContainText('Call on Monday')
  await expect(row(1)).toHaveCount(0)
  await expectAccessible(page)
})

const screens = {
  'a desk': { viewport: { width: 1440, height: 900 } },
  'a phone': { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
}

for (const [screen, options] of Object.entries(screens)) {
  test.describe(`on ${screen}`, () => {
    test.use(options)

    test(`a team renames, merges and deletes its tags (${screen})`, async ({
      page,
      request,
      served,
      store,
      guard,
    }) => {
      guard.expect(409, /\/tags\//)
      const job = served.newJob(12)
      await store(job)
      const names = ['Call', 'Call first', 'Old'].map((name) => `${name} (${screen})`)
      const [call, callFirst, old] = names as [string, string, string]
      const data = {
        add: names,
        applicationIds: [job.person(0).application_id, job.person(1).application_id],
      }
      await request.post(`/api/jobs/${job.jobId}/tags`, { data })
      await page.goto('/settings/tags')
      const list = page.getByRole('list', { name: 'Tags' })
      const item = (name: string) => list.getByRole('listitem').filter({ hasText: name })
      await expect(item(old)).toContainText('2 people')
      await expectAccessible(page)

      await page.getByRole('button', { name: `Edit ${old}` }).click()
      await page.getByRole('textbox', { name: 'Name' }).fill(call)
      await page.getByRole('button', { name: 'Save tag' }).click()
      await expect(page.getByText('Another tag has this name')).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('textbox', { name: 'Name' }).fill(`Former ${old}`)
      await page.getByRole('radio', { name: 'teal' }).check({ force: true })
      await page.getByRole('button', { name: 'Save tag' }).click()
      await expect(page.getByRole('button', { name: `Edit Former ${old}` })).toBeFocused()

      await page.getByRole('button', { name: `Merge ${callFirst}`, exact: true }).click()
      const dialog = page.getByRole('alertdialog')
      await dialog.getByRole('combobox', { name: 'Merge into' }).click()
      await page.getByRole('option', { name: call, exact: true }).click()
      await expect(dialog).toContainText(`2 people with “${callFirst}” will have “${call}” instead.`)
      await expectAccessible(page)
      await dialog.getByRole('button', { name: 'Merge tags' }).click()
      await expect(item(callFirst)).toHaveCount(0)

      await page.getByRole('button', { name: `Delete Former ${old}` }).click()
      await page.getByRole('alertdialog').getByRole('button', { name: 'Delete tag' }).click()
      await expect(item(old)).toHaveCount(0)
      await expect(item(call)).toContainText('2 people')
    })
  })
}

test('whom the reader decided about is hidden in every job they open, until they turn it off', async ({
  page,
  request,
  served,
  store,
}) => {
  const job = served.newJob(12)
  await store(job)
  const at = `/api/jobs/${job.jobId}/candidates/${job.person(0).application_id}/decision`
  await request.put(at, { data: { decision: 'reject' } })
  await page.goto(`/jobs/${job.jobId}`)
  const { row } = desk(page)
  const hide = page.getByRole('checkbox', { name: /^Hide people I have decided about/ })
  const chip = page.getByRole('button', { name: 'Remove filter Decided by me: No' })
  await page.getByRole('button', { name: 'Display' }).click()
  await hide.check()
  await expect(row(11)).toHaveCount(0)
  await expectAccessible(page)
  await page.goto(`/jobs/${job.jobId}`)
  await expect(page).toHaveURL(`/jobs/${job.jobId}?decided=0`)
  // The filter is removed like any other, and an address with a view of its own wins.
  await chip.click()
  await expect(row(11)).toBeVisible()
  await expect(page).toHaveURL(`/jobs/${job.jobId}`)
  await page.reload()
  await expect(row(11)).toBeVisible()
  await page.goto(`/jobs/${job.jobId}?sort=name`)
  await expect(row(11)).toBeVisible()
  await expect(chip).toHaveCount(0)
  await page.getByRole('button', { name: 'Display' }).click()
  await expect(hide).toBeChecked()
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await hide.uncheck()
  await saved
  await page.goto(`/jobs/${job.jobId}`)
  await expect(row(11)).toBeVisible()
  // The view that this session showed last, and nobody hidden from it.
  await expect(page).toHaveURL(`/jobs/${job.jobId}?sort=name`)
})
