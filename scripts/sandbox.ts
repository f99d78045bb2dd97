// The stand-in provider as a process of its own: npm run sandbox -- --port 4100 --key demo-key --account demo
import { parseArgs } from 'node:util'
import { createSandbox } from '@/lib/sandbox/sandbox'
import { serveSandbox } from '@/lib/sandbox/serve'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4100' },
    key: { type: 'string', default: 'sandbox-key' },
    account: { type: 'string', default: 'sandbox-account' },
    'latency-ms': { type: 'string', default: '600' },
  },
})
const latency = Number(values['latency-ms'])
const sandbox = createSandbox({
  apiKey: values.key,
  accounts: [values.account],
  latencyMs: [latency, latency * 1.5],
})
void serveSandbox(sandbox, { port: Number(values.port) }).then(({ url, close }) => {
  process.stdout.write(
    `RECRUITER_API_URL=${url} RECRUITER_API_KEY=${values.key} RECRUITER_ACCOUNTS=main=${values.account}\n`,
  )
  const stop = () => void close().then(() => process.exit(0))
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
})
