import 'server-only'

/** The answer did not arrive whole. */
export class BrokenBody extends Error {
  override name = 'BrokenBody'
}

// A page of 50 with long descriptions is well under 1 MB; anything near this is not a page.
const maxBytes = 64 * 1024 * 1024

/** The text of an answer. @throws BrokenBody when it breaks off, or does not end */
export async function readAnswer(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength
      if (size > maxBytes) throw new BrokenBody('too long')
      chunks.push(chunk)
    }
  } catch (cause) {
    throw new BrokenBody('broke off', { cause })
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
