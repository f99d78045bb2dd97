// Serves what is built already, as the browser tests do, without looking whether it is fresh.
import { serve } from './serve.mjs'

await serve({ dev: false })
