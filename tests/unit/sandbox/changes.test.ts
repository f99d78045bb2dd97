import { describe, expect, test } from 'vitest'
import { openSandbox } from './sandbox'

const all = { count: 100 }
const total = async ({ ask }: ReturnType<typeof openSandbox>) => (await ask(all)).data.total_available_results

describe('the list moves', () => {
  test.each([
    ['front', 0],
    ['middle', 40],
    ['end', 81],
  ] as const)('newcomers at the %s', async (at, index) => {
    const opened = openSandbox()
    const before = await opened.ids(all)
    opened.sandbox.change('4123456789', { kind: 'apply', count: 3, at })
    const after = await opened.ids(all)
    expect(after.toSpliced(index, 3)).toEqual(before)
    for (const id of after.slice(index, index + 3)) expect(before).not.toContain(id)
    expect(await total(opened)).toBe(84)
  })

  test.each([
    ['front', 0],
    ['middle', 40],
    ['end', 78],
  ] as const)('withdrawals at the %s', async (at, index) => {
    const opened = openSandbox()
    const before = await opened.ids(all)
    opened.sandbox.change('4123456789', { kind: 'withdraw', count: 3, at })
    expect(await opened.ids(all)).toEqual(before.toSpliced(index, 3))
    expect(await total(opened)).toBe(78)
  })

  test('whoever withdrew does not come back as a newcomer', async () => {
    const { sandbox, ids } = openSandbox()
    const before = await ids(all)
    sandbox.change('4123456789', { kind: 'withdraw', count: 5, at: 'front' })
    sandbox.change('4123456789', { kind: 'apply', count: 5, at: 'front' })
    for (const id of (await ids(all)).slice(0, 5)) expect(before).not.toContain(id)
  })

  test('the first are rated anew, and keep it where they go', async () => {
    const { sandbox, ask } = openSandbox()
    sandbox.change('4123456789', { kind: 'rerate', count: 2, rating: 'MAYBE_LATER' })
    sandbox.change('4123456789', { kind: 'apply', count: 1, at: 'front' })
    const ratings = (await ask(all)).data.candidates.map(({ rating }) => rating)
    expect(ratings.flatMap((rating, at) => (rating === 'MAYBE_LATER' ? [at] : []))).toEqual([1, 2])
  })

  test('the last come to the front', async () => {
    const { sandbox, ids } = openSandbox()
    const before = await ids(all)
    sandbox.change('4123456789', { kind: 'rerank', count: 4 })
    expect(await ids(all)).toEqual([...before.slice(-4), ...before.slice(0, -4)])
  })

  test('a total that overstates is said, and never yielded', async () => {
    const opened = openSandbox()
    opened.sandbox.change('4123456789', { kind: 'overstate', count: 7 })
    const { data } = await opened.ask(all)
    expect([data.total_available_results, data.candidates.length, data.pagination.has_more]).toEqual([
      88,
      81,
      false,
    ])
  })

  test('more withdrawals than people leave an empty list', async () => {
    const opened = openSandbox()
    opened.sandbox.change('4123456789', { kind: 'withdraw', count: 500, at: 'end' })
    expect([await total(opened), await opened.ids(all)]).toEqual([0, []])
  })

  test('a job that does not exist cannot change', () => {
    const { sandbox } = openSandbox()
    expect(() => sandbox.change('none', { kind: 'rerank', count: 1 })).toThrow('There is no job none')
  })

  test('a reset brings the first day back', async () => {
    const { sandbox, ids } = openSandbox({ credits: 50 })
    const before = await ids({ count: 50 })
    sandbox.change('4123456789', { kind: 'rerank', count: 9 })
    sandbox.addFault({ kind: 'reset', times: 9 })
    sandbox.reset()
    expect(sandbox.stats()).toEqual({ calls: 0, creditsCharged: 0, creditsLeft: 50, callsByJob: {} })
    expect(await ids({ count: 50 })).toEqual(before)
  })
})

describe('what can be done over HTTP', () => {
  test('faults, changes and credits are set, and told with the counts', async () => {
    const { control, ask } = openSandbox()
    const armed = await control('fault', { kind: 'INTERNAL_ERROR', times: 2 })
    expect(await armed.json()).toMatchObject({ calls: 0, faults: [{ kind: 'INTERNAL_ERROR', times: 2 }] })
    await control('clear-faults', {})
    await control('change', { jobId: '4123456789', change: { kind: 'apply', count: 2, at: 'end' } })
    await control('credits', { credits: 9 })
    expect((await ask({ count: 1 })).data.total_available_results).toBe(83)
    expect(await (await control('stats')).json()).toMatchObject({ calls: 1, creditsLeft: 8, faults: [] })
    expect(await (await control('reset', {})).json()).toMatchObject({ calls: 0, creditsLeft: 100_000 })
  })

  test.each([
    ['fault', { kind: 'no-such-fault' }],
    ['fault', null],
    ['change', { jobId: '4123456789', change: { kind: 'apply', count: 0, at: 'end' } }],
    ['change', { jobId: 'none', change: { kind: 'rerank', count: 1 } }],
    ['credits', { credits: -1 }],
    ['latency', { latencyMs: [1] }],
  ])('%s with %j is refused', async (action, body) => {
    expect((await openSandbox().control(action, body)).status).toBe(400)
  })

  test('there is nothing else', async () => {
    const { control } = openSandbox()
    expect([(await control('nothing', {})).status, (await control('fault')).status]).toEqual([404, 404])
  })
})
