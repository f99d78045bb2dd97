import type { Instrumentation } from 'next'

/** Next calls this once, before the server takes requests: bad settings or an unusable store stop the start here. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ boot }, { answerDirectly }] = await Promise.all([
    import('@/lib/server/runtime/boot'),
    import('@/lib/server/http/direct-answer'),
  ])
  await boot(answerDirectly)
}

/** Next calls this with every error of a page that it caught. */
export const onRequestError: Instrumentation.onRequestError = async (...report) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { reportPageError } = await import('@/lib/server/runtime/page-errors')
  await reportPageError(...report)
}
