'use server'

import { revalidatePath } from 'next/cache'
import * as z from 'zod'
import { changeRequest, faultRequest } from '@/lib/sandbox/control'
import type { Sandbox } from '@/lib/sandbox/sandbox'
import { getServices } from '@/lib/server/runtime/page-services'
import { latencyKeys, getLatency } from './latencies'

export type SandboxAnswer = { ok: boolean; text: string } | null

const anyJob = z.literal('').transform(() => undefined)
const times = z.coerce.number().int().min(1).max(100)
const count = z.coerce.number().int().min(0).max(1_000)
const credits = z.coerce.number().int().min(0).max(1_000_000)

const faultForm = z.object({ kind: z.string(), times, jobId: z.union([anyJob, z.string()]) })
const changeForm = z.object({ jobId: z.string(), change: z.string(), count })
const creditsForm = z.object({ credits })
const latencyForm = z.object({ latency: z.enum(latencyKeys) })

const calls = (many: number) => (many === 1 ? 'next call' : `next ${many} calls`)

/** @param act does it, and says in a sentence what was done */
async function withSandbox<Form>(
  form: FormData,
  schema: z.ZodType<Form>,
  act: (sandbox: Sandbox, values: Form) => string,
): Promise<SandboxAnswer> {
  const { sandbox } = await getServices()
  if (!sandbox) return { ok: false, text: 'There is no sandbox: a provider is set up.' }
  // Called by hand, an action may be given anything.
  if (!(form instanceof FormData)) return { ok: false, text: 'This form could not be read.' }
  const values = schema.safeParse(Object.fromEntries(form))
  if (!values.success) return { ok: false, text: 'One of the numbers is out of its range.' }
  try {
    const text = act(sandbox, values.data)
    revalidatePath('/sandbox')
    return { ok: true, text }
  } catch {
    return { ok: false, text: 'The sandbox cannot do that to this job.' }
  }
}

export async function armFault(_before: SandboxAnswer, form: FormData): Promise<SandboxAnswer> {
  return withSandbox(form, faultForm, (sandbox, values) => {
    sandbox.addFault(faultRequest.parse(values))
    const where = values.jobId === undefined ? '' : ` for job ${values.jobId}`
    return `Turned on for the ${calls(values.times)}${where}.`
  })
}

export async function clearFaults(_before: SandboxAnswer, form: FormData): Promise<SandboxAnswer> {
  return withSandbox(form, z.object({}), (sandbox) => {
    sandbox.clearFaults()
    return 'Turned off: calls go well again.'
  })
}

export async function changeList(_before: SandboxAnswer, form: FormData): Promise<SandboxAnswer> {
  return withSandbox(form, changeForm, (sandbox, { jobId, change, count: many }) => {
    const [kind, detail] = change.split(':')
    sandbox.change(jobId, changeRequest.parse({ kind, count: many, at: detail, rating: detail }))
    return `Changed: the next call for job ${jobId} sees it.`
  })
}

export async function setCredits(_before: SandboxAnswer, form: FormData): Promise<SandboxAnswer> {
  return withSandbox(form, creditsForm, (sandbox, values) => {
    sandbox.setCredits(values.credits)
    return 'Set: the next call is charged to that balance.'
  })
}

export async function setLatency(_before: SandboxAnswer, form: FormData): Promise<SandboxAnswer> {
  return withSandbox(form, latencyForm, (sandbox, { latency }) => {
    sandbox.setLatency(getLatency(latency).ms)
    return 'Set: it holds from the next call on.'
  })
}

export async function resetSandbox(_before: SandboxAnswer, form: FormData): Promise<SandboxAnswer> {
  return withSandbox(form, z.object({}), (sandbox) => {
    sandbox.reset()
    return 'The sandbox is as it was at the start. What Shortlist has loaded stays.'
  })
}
