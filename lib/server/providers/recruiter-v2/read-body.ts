import 'server-only'

/** The answer did not arrive whole. */
export class BrokenBody extends Error {
  override name = 'BrokenBody'
  /** What did arrive: it may have been paid for. */
  readonly text: string
  constructor(message: string, text: string, options?: ErrorOptions) {
    super(message, options)
    this.text = text
  }
}

// A page of 50 with long descriptions is well under 1 MB. Reading ten times that takes a fraction of a second.
const baseBytes = 2 * 1024 * 1024
const bytesPerRow = 128 * 1024

/**
 * The text of an answer.
 * @param rows how many were asked for: more text than they could need is not read
 * @throws BrokenBody when it breaks off, or does not end
 */
export async function readAnswer(response: Response, rows: number): Promise<string> {
  const maxBytes = baseBytes + rows * bytesPerRow
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength
      chunks.push(chunk)
      if (size > maxBytes) throw new Error('too long')
    }
  } catch (cause) {
    throw new BrokenBody('broke off', Buffer.concat(chunks).toString('utf8'), { cause })
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** JSON, or undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
