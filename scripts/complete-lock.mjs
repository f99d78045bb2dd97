// Writes into package-lock.json the optional packages of other systems that a registry without them left out, so that
// `npm ci` takes the lock anywhere. Run it after `npm install` changed the lock.
import { readFile, writeFile } from 'node:fs/promises'

const path = 'package-lock.json'
const systems = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  win32: 'win32',
  openharmony: 'openharmony',
}
const processors = ['arm64', 'x64', 'ia32', 'riscv64', 'ppc64', 's390x', 'loong64', 'wasm32', 'arm']
const isExact = (version) => /^\d+\.\d+\.\d+/.test(version)

// Such packages are named after what they run on: @next/swc-darwin-arm64.
function platformOf(name) {
  const parts = name.split('/').at(-1).split('-')
  const os = parts.map((part) => systems[part]).find(Boolean)
  const cpu = parts
    .map((part) => processors.find((known) => part === known || part.startsWith(`${known}-`)))
    .find(Boolean)
  return { ...(cpu ? { cpu: [cpu] } : {}), ...(os ? { os: [os] } : {}) }
}

const lock = JSON.parse(await readFile(path, 'utf8'))
const added = []
for (const [place, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const nested = place && `${place}/node_modules/${name}`
    if (lock.packages[`node_modules/${name}`] || lock.packages[nested] || !isExact(version)) continue
    added.push([
      `node_modules/${name}`,
      { version, ...platformOf(name), ...(dev ? { dev } : {}), optional: true },
    ])
  }
}
const [root, ...others] = Object.entries(lock.packages)
const packages = [...others, ...added].sort(([a], [b]) => (a < b ? -1 : 1))
lock.packages = Object.fromEntries([root, ...packages])
await writeFile(path, `${JSON.stringify(lock, null, 2)}\n`)
process.stdout.write(`${added.length} packages added\n`)
