'use server'

import { revalidatePath } from 'next/cache'
import { changeRequest, faultRequest } from '@/lib/sandbox/control'
import type { Sandbox } from '@/lib/sandbox/sandbox'
import { getServices } from '@/lib/server/runtime'

export type SandboxAnswer = { ok: boolean; text: string } | null

async function withSandbox(text: string, act: (sandbox: Sandbox) => void): Promise<SandboxAnswer> {
  const { sandbox } = await getServices()
  if (!sandbox) return { ok: false, text: 'There is no sandbox: a provider is set up.' }
  try {
    act(sandbox)
  } catch {
    return { ok: false, text: 'That cannot be done: check the numbers.' }
  }
  revalidatePath('/sandbox')
  return { ok: true, text }
}

export async function armFault(_before: SandboxAnswer, form: FormData): Promise<SandboxAnswer> {
  return withSandbox('Armed: the next calls meet it.', (sandbox) =>
    sandbox.addFault(faultRequest.parse({ kind: form.get('kind'), times: Number(form.get('times')) })),
  )
}

export async function clearFaults(): Promise<SandboxAnswer> {
  return withSandbox('Cleared.', (sandbox) => sandbox.clearFaults())
}

export async function changeList(_before: SandboxAnswer, form: FormData): Promise<SandboxAnswer> {
  return withSandbox('Changed: the next call of this job sees it.', (sandbox) => {
    const [kind, detail] = String(form.get('change')).split(':')
    const count = Number(form.get('count'))
    const change = changeRequest.parse({ kind, count, at: detail, rating: detail })
    sandbox.change(String(form.get('jobId')), change)
  })
}

export async function setCredits(_before: SandboxAnswer, form: FormData): Promise<SandboxAnswer> {
  return withSandbox('Set.', (sandbox) => {
    const credits = Number(form.get('credits'))
    if (!Number.isInteger(credits) || credits < 0) throw new RangeError('credits')
    sandbox.setCredits(credits)
  })
}
