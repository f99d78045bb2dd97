import { createServer } from 'node:http'
import next from 'next'
import { watchConnections } from './shell/connections.mjs'
import { heldBack, methodsOf } from './shell/gate.mjs'
import { keepAssets } from './shell/assets.mjs'
import { everyAnswer, overHttps } from './shell/headers.mjs'
import { answerHealth } from './shell/health.mjs'
import { hostName, readerOf, trustOf } from './shell/reader.mjs'
import { refuse } from './shell/refusals.mjs'
import { stopOnSignal } from './shell/stop.mjs'
import { refuseWhatIsNoRequest } from './shell/unreadable.mjs'
import { warmUp } from './shell/warm-up.mjs'

function decodes(path) {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** The address with every % that begins no character standing for itself: the framework fails on what is not one. */
function readable(url) {
  const [, path, query] = /^([^?]*)(.*)$/s.exec(url)
  if (decodes(path)) return url
  const literal = path.replace(/%(?![0-9a-f]{2})/gi, '%25')
  return (decodes(literal) ? literal : path.replaceAll('%', '%25')) + query
}

// A page of another site can point its own name at this machine and would then count as our origin.
function misdirected(response) {
  response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' })
  response.end('Shortlist does not answer to this name. Open the address it printed, or set APP_URL.\n')
}

/**
 * Serves the app until SIGTERM or SIGINT.
 * The settings are checked and the store opened by instrumentation.ts, before the port opens.
 */
export async function serve({ dev }) {
  // The store holds people's data: nothing that the server makes is for other users of the machine.
  process.umask(0o077)
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  // In production nothing is upgraded: what the framework would hear of it comes to a server that never listens.
  const httpServer = dev ? undefined : createServer()
  const app = next({ dev, dir: process.cwd(), quiet: !dev, customServer: true, httpServer })
  // Next may come to instrumentation.ts only after it says that it is prepared: the runtime reports by itself.
  const started = new Promise((resolve) => {
    globalThis[Symbol.for('shortlist.started')] = resolve
  })
  await app.prepare()
  const { runtime, answerDirectly } = await started

  const { host, port, names, trustedProxies = [] } = runtime.address
  const readReader = readerOf({ trustedProxies, names })
  const isTrusted = trustOf(trustedProxies)
  const alwaysHttps = runtime.address.https
  const handle = app.getRequestHandler()
  const answerAsset = dev ? null : await keepAssets()
  const server = createServer({ maxHeaderSize: 16 * 1024, requireHostHeader: false }, (request, response) => {
    if (request.socket.destroyed) return
    const { https } = readReader(request)
    const headers = https || alwaysHttps ? { ...everyAnswer, ...overHttps } : everyAnswer
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (!names.includes(hostName(request.headers.host))) return misdirected(response)
    const refusal = heldBack(request, { actions: runtime.actions })
    if (refusal) return refuse(response, refusal)
    if (request.method === 'OPTIONS') {
      response.writeHead(204, { allow: methodsOf(request.url).join(', ') })
      return response.end()
    }
    if (answerHealth(request, response, runtime)) return
    if (answerAsset?.(request, response)) return
    request.url = readable(request.url)
    // In development the framework is to notice what was changed.
    const answer = (dev ? null : answerDirectly(request, response)) ?? handle(request, response)
    answer.catch((error) => {
      runtime.log.error({ err: error }, 'a request failed outside its handler')
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  server.keepAliveTimeout = 65_000
  // For what arrives; an answer, such as a load told page by page, may take as long as it takes.
  server.headersTimeout = 15_000
  server.requestTimeout = 60_000
  const connections = watchConnections(server, isTrusted)
  refuseWhatIsNoRequest(server)

  server.on('error', (error) => {
    const why = error.code === 'EADDRINUSE' ? `PORT ${port} is already in use on ${host}` : error.message
    process.stderr.write(`${why}. Set PORT to a free one, or stop what uses it.\n`)
    void runtime.close().finally(() => process.exit(1))
  })
  server.listen(port, host, () => {
    const origin = `http://${host.includes(':') ? `[${host}]` : host}:${server.address().port}`
    // What the framework asks of itself goes to this server, not to whatever listens on port 3000.
    process.env.__NEXT_PRIVATE_ORIGIN = origin
    process.stdout.write(`${runtime.greeting}\nShortlist is ready on ${origin}\n`)
    if (!dev) warmUp(server, names[0])
  })

  stopOnSignal({
    server,
    connections,
    runtime,
    close: () => app.close(),
    timeoutMs: runtime.stopTimeoutMs,
  })
}
