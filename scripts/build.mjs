import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { run } from './run.mjs'

const mark = '.next/built-from'
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.mjs',
  'tailwind.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
  'scripts/build.mjs',
]

async function filesUnder(path) {
  const entries = await readdir(path, { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return null
    if (error.code === 'ENOENT') return []
    throw error
  })
  if (entries === null) return [path]
  return (await Promise.all(entries.map((entry) => filesUnder(join(path, entry.name))))).flat().sort()
}

async function fingerprint() {
  const hash = createHash('sha256').update(process.version)
  for (const source of sources) {
    for (const file of await filesUnder(source)) hash.update(file).update(await readFile(file))
  }
  return hash.digest('hex')
}

// Once here instead of at each request, and as small as it gets: phones wait for these bytes.
async function compressAssets() {
  const files = (await filesUnder('.next/static')).filter((file) => /\.(js|css)$/.test(file))
  const pack = async (file) => {
    const source = await readFile(file)
    const [br, gz] = await Promise.all([
      promisify(brotliCompress)(source),
      promisify(gzip)(source, { level: 9 }),
    ])
    await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)])
  }
  await Promise.all(files.map(pack))
}

/** Builds for production, unless the build at hand was made from these very sources; answers whether there is one now. */
export async function ensureBuilt() {
  const wanted = await fingerprint()
  const present = await readFile(mark, 'utf8').catch(() => null)
  if (present === wanted) return true
  process.stdout.write('Building …\n')
  const env = {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    SHORTLIST_BUILD: wanted.slice(0, 16),
  }
  const code = await run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], { env })
  if (code !== 0) return false
  await compressAssets()
  await writeFile(mark, wanted)
  return true
}
