import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const folder = '.next/static'
const types = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' }
// The smaller first: the encodings a browser may name, and how the build calls a file in each.
const encodings = [
  ['br', 'br'],
  ['gzip', 'gz'],
]

const accepts = (header, encoding) =>
  String(header ?? '')
    .split(',')
    .some((part) => {
      const [name, weight] = part.split(';').map((text) => text.trim())
      return name === encoding && !/^q=0(\.0*)?$/.test(weight ?? '')
    })

/**
 * The scripts and style sheets of the build, as it compressed them; 3 MB, kept in memory, as a next build may take the
 * files away while this server runs.
 * @returns a function that answers a request for one of them and says so; a request for a part of one, or for no
 * compression, is left to the framework
 */
export async function keepAssets() {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(br|gz)$/.test(name))
  const kept = new Map(
    await Promise.all(
      names.map(async (name) => [`/_next/static/${name}`, await readFile(join(folder, name))]),
    ),
  )
  return (request, response) => {
    const { method, headers, url } = request
    if (method !== 'GET' || headers.range !== undefined) return false
    const [path] = url.split('?', 1)
    for (const [encoding, extension] of encodings) {
      const bytes = kept.get(`${path}.${extension}`)
      if (!bytes || !accepts(headers['accept-encoding'], encoding)) continue
      response.writeHead(200, {
        'content-type': types[path.split('.').at(-1)],
        'content-encoding': encoding,
        'content-length': bytes.length,
        // A file's name changes with its content.
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'Accept-Encoding',
      })
      response.end(bytes)
      return true
    }
    return false
  }
}
