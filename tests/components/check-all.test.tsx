import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { spentWords } from '@/components/jobs/check-words'
import { useCheckAll } from '@/components/jobs/use-check-all'
import { fetches } from '@/lib/query/fetches'
import { deskWrapper } from './desk-client'
import { bought, jobRef, listedJob, refused } from './list'

afterEach(() => window.sessionStorage.clear())

const checks = ['4100000001', '4100000002', '4100000003'].map((jobId) => ({
  job: listedJob({ jobId }),
  ref: { ...jobRef, jobId },
}))

async function checkAll() {
  const { result } = renderHook(() => useCheckAll(), { wrapper: deskWrapper() })
  await act(() => result.current.start(checks))
  return result.current.run!
}

const checked = () => bought({ spent: 1 }, { new: 0 })

test.each([
  ['our server cannot be reached', refused('offline', { status: 0 })],
  ['the provider’s answer was lost', refused('possibly_charged', { spent: 0, lastCall: 'unknown' })],
  ['what came cannot be read', new TypeError('not JSON')],
])('where %s, its credit counts as possibly charged, and nothing more is bought', async (_, lost) => {
  const buy = vi.spyOn(fetches, 'fetchMore').mockResolvedValueOnce(checked()).mockRejectedValueOnce(lost)
  const run = await checkAll()
  expect(run).toMatchObject({ spent: 1, risked: 1, done: 2, failed: 1 })
  expect(spentWords(run, String)).toBe('1 credit charged, 1 possibly.')
  expect(buy).toHaveBeenCalledTimes(2)
})

test('a refusal that was free risks nothing, and the next job is checked', async () => {
  vi.spyOn(fetches, 'fetchMore')
    .mockResolvedValueOnce(checked())
    .mockRejectedValueOnce(refused('job_not_found', { spent: 0, lastCall: 'free' }))
    .mockResolvedValueOnce(checked())
  const run = await checkAll()
  expect(run).toMatchObject({ spent: 2, risked: 0, done: 3, failed: 1 })
  expect(spentWords(run, String)).toBe('2 credits charged.')
})

test('an answer that states no price is possibly charged as well', async () => {
  vi.spyOn(fetches, 'fetchMore')
    .mockResolvedValueOnce(bought({ spent: 0, lastCall: 'unknown' }))
    .mockImplementation(async () => checked())
  expect(await checkAll()).toMatchObject({ spent: 2, risked: 1, failed: 0 })
})

test('what a colleague’s load cost is not of this run', async () => {
  vi.spyOn(fetches, 'fetchMore')
    .mockResolvedValueOnce(bought({ spent: 5, joined: true }))
    .mockImplementationOnce(async () => checked())
    .mockRejectedValueOnce(refused('possibly_charged', { spent: 5, lastCall: 'unknown', joined: true }))
  const run = await checkAll()
  expect(run).toMatchObject({ spent: 1, risked: 0, done: 3, failed: 1 })
})

test.each(['not_kept', 'answers_cannot_be_kept'])(
  'where an answer cannot be kept (%s), nothing more is bought',
  async (code) => {
    const buy = vi
      .spyOn(fetches, 'fetchMore')
      .mockRejectedValueOnce(refused(code, { spent: 1, lastCall: 'charged' }))
    await checkAll()
    expect(buy).toHaveBeenCalledOnce()
  },
)
