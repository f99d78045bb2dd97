import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { OpenJobForm } from '@/components/jobs/open-job-form'

const push = vi.hoisted(() => vi.fn())
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }))

const field = () => screen.getByRole('textbox', { name: 'Open a job' })

async function submit(text: string, accounts = ['main']) {
  push.mockClear()
  const user = userEvent.setup()
  render(<OpenJobForm accounts={accounts} />)
  if (text !== '') await user.type(field(), text)
  await user.type(field(), '{Enter}')
  return user
}

test.each([
  ['4123456789', '/jobs/4123456789'],
  ['https://www.linkedin.com/jobs/view/seo-lead-at-fernhill-4123456789/?trk=x', '/jobs/4123456789'],
  ['https://www.linkedin.com/jobs/search/?currentJobId=4123456789', '/jobs/4123456789'],
])('a job opens from what a recruiter has at hand: %s', async (text, address) => {
  await submit(text)
  expect(push).toHaveBeenCalledExactlyOnceWith(address)
})

test.each([
  ['', /Enter a job ID/],
  ['https://www.linkedin.com/in/someone', /isn’t a job/],
  ['https://www.linkedin.com/talent/hire/1234567/manage/all', /is a project, not a job/],
  ['https://jobboard.example/jobs/4123456789', /not a LinkedIn job/],
  ['the SEO job, please', /couldn’t find a job ID/],
])('what names no job is answered with what to do, and stays to be mended: “%s”', async (text, advice) => {
  await submit(text)
  expect(push).not.toHaveBeenCalled()
  expect(screen.getByRole('alert')).toHaveTextContent(advice)
  expect(field()).toHaveValue(text)
  expect(field()).toBeInvalid()
  expect(field()).toHaveFocus()
  expect(field()).toHaveAccessibleDescription(advice)
})

test('the advice goes once the reader types on', async () => {
  const user = await submit('the SEO job, please')
  await user.type(field(), '!')
  expect(screen.queryByRole('alert')).toBeNull()
  expect(field()).toBeValid()
})

test('with one account there is nothing to choose', () => {
  render(<OpenJobForm accounts={['main']} />)
  expect(screen.queryByRole('combobox')).toBeNull()
})

test('a job of another account is opened there; the first account is left out of the address', async () => {
  const user = await submit('77', ['main', 'agency'])
  expect(push).toHaveBeenLastCalledWith('/jobs/77')
  await user.click(screen.getByRole('combobox', { name: 'Account' }))
  await user.click(await screen.findByRole('option', { name: 'agency' }))
  await user.click(screen.getByRole('button', { name: 'Open' }))
  expect(push).toHaveBeenLastCalledWith('/jobs/77?account=agency')
})
