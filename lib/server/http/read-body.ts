import 'server-only'
import type { z } from 'zod/mini'
import { AppError } from '@/lib/server/platform/app-error'

const usualBytes = 64 * 1024

function tooLarge(maxBytes: number): AppError {
  return new AppError('body_too_large', { reason: `Send at most ${Math.round(maxBytes / 1024)} KB.` })
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw tooLarge(maxBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

// The one character that the store cannot hold.
function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0')
  return typeof value === 'object' && value !== null && Object.values(value).some(hasNul)
}

/**
 * The JSON body of a request through its schema; no body at all is an empty object.
 * @param maxBytes 64 KB unless told
 * @throws AppError unsupported_media_type, body_too_large or invalid_body, naming the first field that is wrong
 */
export async function readBody<T>(
  request: Request,
  schema: z.ZodMiniType<T>,
  maxBytes: number = usualBytes,
): Promise<T> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  // Where every field may be left out, so may the body.
  const length = Number(request.headers.get('content-length') ?? 0)
  if (type === undefined && length === 0) return parseBody({}, schema)
  if (type !== 'application/json') throw new AppError('unsupported_media_type')
  let value: unknown
  try {
    value = JSON.parse(await readText(request, maxBytes))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('invalid_body', { reason: 'The body is not valid JSON.' })
  }
  return parseBody(value, schema)
}

function parseBody<T>(value: unknown, schema: z.ZodMiniType<T>): T {
  const parsed = schema.safeParse(value)
  if (parsed.success && hasNul(parsed.data)) {
    throw new AppError('invalid_body', {
      reason: 'A text holds a NUL character. Take it out and send it again.',
    })
  }
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.join('.') || 'the body'
  throw new AppError('invalid_body', { reason: `${where}: ${issue?.message ?? 'not usable'}.` })
}
