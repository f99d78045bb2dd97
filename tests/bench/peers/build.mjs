// Bundles every grid as a page of its own, and prints what each weighs: `{grid: {js, css}}` in gzipped bytes, as JSON.
import { build } from 'esbuild'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

const out = new URL('dist/', import.meta.url)
const grids = new URL('grids/', import.meta.url)
await rm(out, { recursive: true, force: true })

const gzipped = async (name) => {
  const file = await readFile(new URL(name, out)).catch(() => null)
  return file === null ? 0 : gzipSync(file, { level: 9 }).length
}

const page = (name, hasStyles) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${name}</title>
<link rel="stylesheet" href="page.css">${hasStyles ? `<link rel="stylesheet" href="${name}.css">` : ''}
<div id="root"></div><div id="portal"></div><script type="module" src="${name}.js"></script></html>
`

const sizes = {}
for (const file of await readdir(grids)) {
  const name = file.replace(/\.jsx?$/, '')
  await build({
    entryPoints: [new URL(file, grids).pathname],
    outfile: new URL(`${name}.js`, out).pathname,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'chrome140',
    jsx: 'automatic',
    // Not the product's: its JSX runtime is its own.
    tsconfigRaw: {},
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
    loader: { '.woff': 'dataurl', '.woff2': 'dataurl', '.svg': 'dataurl' },
    legalComments: 'none',
    logLevel: 'error',
  })
  sizes[name] = { js: await gzipped(`${name}.js`), css: await gzipped(`${name}.css`) }
  await writeFile(new URL(`${name}.html`, out), page(name, sizes[name].css > 0))
}
await writeFile(new URL('page.css', out), await readFile(new URL('page.css', import.meta.url)))
process.stdout.write(JSON.stringify(sizes))
