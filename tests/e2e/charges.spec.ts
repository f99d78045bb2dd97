import type { FaultKind } from '@/lib/sandbox/faults'
import { desk } from './desk'
import { expect, test } from './fixtures'

// Fifty of 160 are loaded; the rest takes three calls.
const cases: { what: string; call: number; kind: FaultKind; says: string; stated: number; lost: number }[] = [
  {
    ...{ what: 'a refusal of its first call', call: 1, kind: 'INSUFFICIENT_CREDITS' },
    ...{ says: 'Nothing was charged.', stated: 0, lost: 0 },
  },
  {
    ...{ what: 'a refusal in its middle', call: 2, kind: 'html_502' },
    ...{ says: 'You were charged 5 credits.', stated: 5, lost: 0 },
  },
  {
    ...{ what: 'a lost answer after billing', call: 3, kind: 'reset_after_billing' },
    ...{ says: 'You were charged 10 credits. The last page may have been charged too', stated: 10, lost: 1 },
  },
]

for (const { what, call, kind, says, stated, lost } of cases) {
  test(`a load that ends with ${what} says what it cost, in its notice and in the header`, async ({
    page,
    served: { sandbox, newJob },
    store,
  }) => {
    const job = newJob(160)
    await store(job, 50)
    const before = sandbox.stats().creditsCharged
    const charged = () => sandbox.stats().creditsCharged - before
    if (call > 1) sandbox.addFault({ kind: 'extra_fields', times: call - 1, jobId: job.jobId })
    sandbox.addFault({ kind, jobId: job.jobId })
    await page.goto(`/jobs/${job.jobId}`)
    const { scope, failure } = desk(page)
    const meter = page.getByTitle('Where the credits went')
    const today = async () =>
      Number(
        /([\d,]+) of [\d,]+ credits today/.exec((await meter.textContent()) ?? '')?.[1]?.replace(',', ''),
      )
    await expect.poll(today).toBeGreaterThan(0)
    const todayBefore = await today()
    await scope.getByRole('button', { name: 'More ways to load' }).click()
    await page.getByRole('button', { name: /Load the rest.*up to 11 credits/ }).click()
    const question = page.getByRole('alertdialog', { name: 'Load the rest?' })
    await question.getByRole('button', { name: /^Load the rest/ }).click()
    await expect(failure).toContainText(says)
    expect(charged()).toBe(stated + lost)
    await expect(meter).toContainText(stated === 0 ? /^[\d,]+ of/ : `${stated} in this visit`)
    await expect.poll(today).toBe(todayBefore + charged())
    await failure.getByRole('button', { name: /^Try again/ }).click()
    await expect(scope).toContainText('All 160 applicants loaded')
    await expect(meter).toContainText('11 in this visit')
    expect(charged()).toBe(11 + lost)
    await expect.poll(today).toBe(todayBefore + charged())
  })
}
