import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { LookForPerson } from '@/components/credits/look-for-person'
import { useFetchMore } from '@/components/credits/use-fetch-more'
import { useSpend } from '@/components/credits/use-spend'
import { writeAskAbove } from '@/components/shared/use-ask-above'
import { personCalls } from '@/lib/query/person-calls'
import { fetches } from '@/lib/query/fetches'
import { deskWrapper } from './desk-client'
import { bought, jobRef, listedJob, refused } from './list'

afterEach(() => {
  window.sessionStorage.clear()
  window.localStorage.clear()
})

function Page({ onFound }: { onFound: () => void }) {
  const more = useFetchMore(jobRef)
  const { ask, question } = useSpend(more)
  return (
    <>
      <LookForPerson
        jobRef={jobRef}
        applicationId="app-120"
        job={listedJob()}
        more={more}
        ask={ask}
        onFound={onFound}
      />
      {question}
    </>
  )
}

async function look() {
  writeAskAbove(100)
  const onFound = vi.fn()
  const user = userEvent.setup()
  render(<Page onFound={onFound} />, { wrapper: deskWrapper() })
  await user.click(screen.getByRole('button', { name: /^Look: load up to 100 more/ }))
  return onFound
}

const page = () => bought()
const notThere = () => refused('candidate_not_found', { status: 404 })

test('who cannot see whether they were found stops paying, and is told why', async () => {
  const buy = vi.spyOn(fetches, 'fetchMore').mockResolvedValue(page())
  vi.spyOn(personCalls, 'candidate').mockRejectedValue(
    refused('store_unavailable', { title: 'The store cannot be reached', detail: 'Try again in a moment.' }),
  )
  const onFound = await look()
  const strip = await screen.findByText(/^Stopped: 50 applicants loaded for 5 credits\./)
  expect(strip).toHaveTextContent(
    'We couldn’t check whether they are among them. The store cannot be reached. Try again in a moment.',
  )
  expect(buy).toHaveBeenCalledTimes(1)
  expect(onFound).not.toHaveBeenCalled()
})

test('an answer that is no answer stops it too', async () => {
  const buy = vi.spyOn(fetches, 'fetchMore').mockResolvedValue(page())
  vi.spyOn(personCalls, 'candidate').mockRejectedValue(new TypeError('not JSON'))
  await look()
  expect(await screen.findByText(/The answer could not be read\./)).toBeVisible()
  expect(buy).toHaveBeenCalledTimes(1)
})

test('“not among them” goes on to the next page, up to the price that was agreed', async () => {
  const buy = vi.spyOn(fetches, 'fetchMore').mockImplementation(async () => page())
  vi.spyOn(personCalls, 'candidate').mockImplementation(async () => {
    throw notThere()
  })
  await look()
  expect(await screen.findByText(/^Stopped: 100 applicants loaded for 10 credits/)).toHaveTextContent(
    'and they are not among them',
  )
  expect(buy).toHaveBeenCalledTimes(2)
})

test('a load without a stated price counts at the price that was agreed, and is not called free', async () => {
  const buy = vi
    .spyOn(fetches, 'fetchMore')
    .mockImplementation(async () => bought({ spent: 0, lastCall: 'unknown' }))
  vi.spyOn(personCalls, 'candidate').mockImplementation(async () => {
    throw notThere()
  })
  await look()
  expect(await screen.findByText(/^Stopped: 100 applicants loaded for up to 10 credits/)).toBeVisible()
  expect(buy).toHaveBeenCalledTimes(2)
})
