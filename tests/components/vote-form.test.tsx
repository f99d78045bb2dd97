// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { VoteForm } from '@/components/guest/vote-form'
import type { GuestPerson } from '@/lib/contracts/guest'
import { soon } from '../soon'

const person = { ref: 'p1', mine: { vote: 'maybe', comment: null } } as GuestPerson
const bodies: { vote: string }[] = []
const waiting: (() => void)[] = []

beforeEach(() => {
  bodies.length = 0
  waiting.length = 0
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    const body = JSON.parse(init.body as string) as { vote: string }
    bodies.push(body)
    return new Promise<Response>((resolve) => {
      waiting.push(() => resolve(Response.json({ vote: body.vote, comment: null })))
    })
  })
})
afterEach(() => vi.unstubAllGlobals())

const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name })

function show() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <VoteForm token="t" person={person} called="Ada" guestName="Hana" onName={() => {}} />
    </QueryClientProvider>,
  )
}

test('a vote is chosen as it is pressed, not a task later', async () => {
  show()
  fireEvent.click(radio('No'))
  expect(radio('No').checked).toBe(true)
  await vi.waitFor(() => expect(bodies.map((body) => body.vote)).toEqual(['no']), soon)
})

test('of two presses the last stays chosen while the first is answered', async () => {
  show()
  fireEvent.click(radio('No'))
  fireEvent.click(radio('Yes'))
  await vi.waitFor(() => expect(waiting).toHaveLength(1), soon)
  waiting[0]?.()
  await vi.waitFor(() => expect(waiting).toHaveLength(2), soon)
  expect(radio('Yes').checked).toBe(true)
})
