import 'server-only'
import { AppError } from '@/lib/server/platform/app-error'

/**
 * Bytes as a body, made as they are taken: whoever reads slowly is waited for, and whoever leaves ends the work.
 * @param fault is told what ended the body early, as its status has been sent by then
 */
export function streamBody(
  chunks: AsyncGenerator<Uint8Array>,
  fault: (error: AppError) => void,
): ReadableStream<Uint8Array> {
  let left = false
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await chunks.next()
          if (left) return
          if (done) controller.close()
          else controller.enqueue(value)
        } catch (cause) {
          if (left) return
          fault(new AppError('internal_error', {}, { cause }))
          controller.error(cause)
        }
      },
      async cancel() {
        left = true
        await chunks.return(undefined).catch(() => undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
