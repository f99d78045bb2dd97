import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { GuestRequest } from '@/components/guest/guest-request'
import { AddressFields, dayFromNow, noAddress } from '@/components/share/address-fields'
import { LinkProgress } from '@/components/share/link-progress'
import type { OpenGuestLink } from '@/lib/contracts/guest'
import { guestBff, guestKeys } from '@/lib/query/guest'
import { soon } from '../soon'

const link: OpenGuestLink = {
  locked: false,
  title: 'Data engineers',
  kind: 'live',
  fields: { names: true, message: true, descriptions: true, profileLinks: false },
  mayRespond: true,
  guestName: null,
  addressee: 'Hana Beispiel',
  message: 'Who should we meet first?',
  dueOn: '2026-12-03',
  voted: 7,
  done: false,
  people: 12,
  expiresAt: '2026-12-10T00:00:00.000Z',
  asOf: '2026-11-26T00:00:00.000Z',
  month: { y: 2026, m: 11 },
  careerFrom: null,
}

function showRequest(told: Partial<OpenGuestLink> = {}, guestName = '') {
  const client = new QueryClient()
  const shown = { ...link, ...told }
  client.setQueryData(guestKeys.link('t'), shown)
  render(
    <QueryClientProvider client={client}>
      <GuestRequest token="t" link={shown} guestName={guestName} />
    </QueryClientProvider>,
  )
  return client
}

test('a guest reads what is asked of them and how far they are', () => {
  showRequest()
  const asked = screen.getByRole('region', { name: 'What you are asked' })
  expect(asked).toHaveTextContent('For Hana Beispiel')
  expect(asked).toHaveTextContent('Who should we meet first?')
  expect(asked).toHaveTextContent(/Please answer by .*2026 · You voted on 7 of 12/)
})

test('a link that asks for nothing shows nothing, and one without votes has no button', () => {
  showRequest({ addressee: null, message: null, dueOn: null })
  expect(screen.queryByRole('region')).toBeNull()
  showRequest({ mayRespond: false })
  expect(screen.getByRole('region')).not.toHaveTextContent('You voted')
  expect(screen.queryByRole('button')).toBeNull()
})

test('one press tells the team, under the name they voted with; a refusal is said', async () => {
  const finish = vi.spyOn(guestBff, 'finish').mockResolvedValue({ done: true })
  const user = userEvent.setup()
  const client = showRequest({}, 'Hana')
  await user.click(screen.getByRole('button', { name: 'Tell the team you’re done' }))
  expect(finish).toHaveBeenCalledWith('t', { done: true, name: 'Hana' })
  await vi.waitFor(() => expect(client.getQueryData(guestKeys.link('t'))).toMatchObject({ done: true }), soon)
  finish.mockRejectedValue(new TypeError('away'))
  await user.click(screen.getByRole('button', { name: 'Tell the team you’re done' }))
  expect(await screen.findByRole('alert')).toBeVisible()
})

test('who is done can take it back', async () => {
  const finish = vi.spyOn(guestBff, 'finish').mockResolvedValue({ done: false })
  const user = userEvent.setup()
  showRequest({ done: true })
  expect(screen.getByText('The hiring team knows that you are done.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Not done yet' }))
  expect(finish).toHaveBeenCalledWith('t', { done: false, name: null })
})

const progress = {
  ...{ opened: 1, lastOpenedAt: '2026-11-26T10:00:00.000Z', responses: 7, mayRespond: true },
  ...{ dueOn: '2026-12-03', overdue: false, voted: { people: 7, of: 12 }, done: null },
}
test.each([
  ['open', progress, /Opened by 1 browser.*Voted on 7 of 12.*Answer due/],
  ['late', { ...progress, overdue: true }, /Overdue since/],
  ['live, not prepared', { ...progress, voted: { people: 1, of: null } }, /Voted on 1 person/],
  ['done', { ...progress, done: { at: progress.lastOpenedAt, by: 'Hana' } }, /Done: Hana/],
  ['not opened', { ...progress, lastOpenedAt: null, opened: 0, mayRespond: false }, /^Never opened/],
])('the team sees how far a link is: %s', (_, told, words) => {
  const { container } = render(<LinkProgress {...told} />)
  expect(container).toHaveTextContent(words)
})

test('a link is addressed by name, with a note; its day is one of the reader’s calendar', async () => {
  const onChange = vi.fn()
  const user = userEvent.setup()
  render(<AddressFields value={noAddress} days={14} onChange={onChange} />)
  await user.type(screen.getByRole('textbox', { name: /^For/ }), 'H')
  expect(onChange).toHaveBeenLastCalledWith({ ...noAddress, addressee: 'H' })
  await user.type(screen.getByRole('textbox', { name: /^Note to them/ }), 'N')
  expect(onChange).toHaveBeenLastCalledWith({ ...noAddress, message: 'N' })
  expect(screen.getByRole('combobox', { name: 'Answer within' })).toHaveTextContent('No date')
  expect(dayFromNow(3, new Date(2026, 11, 30, 23, 59))).toBe('2027-01-02')
})
