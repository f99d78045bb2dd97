import { basename, join, resolve } from 'node:path'
import { buildSync } from 'esbuild'

const bundles = new Map<string, string>()

/**
 * What `node` is given to run a script of the product's modules: as one file, since a process that is started to be
 * killed would spend most of its life on having each module translated.
 */
export function bundleProcess(script: string): string[] {
  let file = bundles.get(script)
  if (file === undefined) {
    const name = `${basename(script, '.ts')}-${process.pid}.mjs`
    file = resolve(join('node_modules/.cache/shortlist-tests', name))
    buildSync({
      entryPoints: [script],
      outfile: file,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      conditions: ['react-server'],
      logLevel: 'warning',
    })
    bundles.set(script, file)
  }
  return ['--conditions=react-server', file]
}
