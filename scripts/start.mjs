// `npm start` and `npm run dev`: what is missing is installed and built, then the product is served.
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { endWithNpm } from './orphan.mjs'
import { stop } from './run.mjs'

const dev = process.argv.includes('--dev')

endWithNpm()
await ensureInstalled()
if (!dev && !(await ensureBuilt())) stop('The build failed; the reason is above.')
const { serve } = await import('./serve.mjs')
await serve({ dev })
