import { createServer } from 'node:http'
import next from 'next'
import { heldBack, methodsOf } from './shell/gate.mjs'
import { everyAnswer, overHttps } from './shell/headers.mjs'
import { hostName, readerOf } from './shell/reader.mjs'
import { methodNotAllowed, refusals, refuse, refuseSocket } from './shell/refusals.mjs'

// The upstream timeout may be 10 minutes; a fetch that was paid for is worth waiting for.
const graceMs = 11 * 60_000

// Far more than a team keeps open, far fewer than a machine falls over from.
const maxConnections = 1024

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

const unreadable = {
  HPE_HEADER_OVERFLOW: refusals.headersTooLarge,
  HPE_INVALID_METHOD: methodNotAllowed('GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'),
  ERR_HTTP_REQUEST_TIMEOUT: refusals.tooSlow,
}

/** Answers what the parser cannot make a request of, with the headers and the shape of every other refusal. */
function refuseWhatIsNoRequest(server) {
  const answering = new WeakSet()
  server.on('request', ({ socket }, response) => {
    answering.add(socket)
    response.on('close', () => answering.delete(socket))
  })
  server.on('clientError', (error, socket) => {
    // In the middle of an answer, another one would be read as its end.
    if (answering.has(socket) || !socket.writable || error.code === 'ECONNRESET') socket.destroy()
    else refuseSocket(socket, unreadable[error.code] ?? refusals.badRequest)
  })
  server.on('connect', (_, socket) => refuseSocket(socket, unreadable.HPE_INVALID_METHOD))
  server.on('checkExpectation', (_, response) => {
    for (const [name, value] of Object.entries(everyAnswer)) response.setHeader(name, value)
    refuse(response, refusals.noExpectations)
  })
}

/**
 * Serves the app until SIGTERM or SIGINT, which stop accepting, finish what is in flight, then close the store.
 * The settings are checked and the store opened by instrumentation.ts, before the port opens.
 */
export async function serve({ dev }) {
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  // In production nothing is upgraded: what the framework would hear of it comes to a server that never listens.
  const httpServer = dev ? undefined : createServer()
  const app = next({ dev, dir: process.cwd(), quiet: !dev, customServer: true, httpServer })
  // Next may come to instrumentation.ts only after it says that it is prepared: the runtime reports by itself.
  const started = new Promise((resolve) => {
    globalThis[Symbol.for('shortlist.started')] = resolve
  })
  await app.prepare()
  const runtime = await started

  const { host, port, names, trustedProxies = [] } = runtime.address
  const readReader = readerOf({ trustedProxies, names })
  const alwaysHttps = runtime.address.https
  const handle = app.getRequestHandler()
  let stopping = false
  const server = createServer({ maxHeaderSize: 16 * 1024, requireHostHeader: false }, (request, response) => {
    // Its connection would wait for another request, and the stop for the connection.
    response.on('close', () => {
      if (stopping) server.closeIdleConnections()
    })
    const { https } = readReader(request)
    const headers = https || alwaysHttps ? { ...everyAnswer, ...overHttps } : everyAnswer
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (!names.includes(hostName(request.headers.host))) return misdirected(response)
    const refusal = heldBack(request)
    if (refusal) return refuse(response, refusal)
    if (request.method === 'OPTIONS') {
      response.writeHead(204, { allow: methodsOf(request.url).join(', ') })
      return response.end()
    }
    request.url = readable(request.url)
    handle(request, response).catch((error) => {
      runtime.log.error({ err: error }, 'a request failed outside its handler')
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  server.keepAliveTimeout = 65_000
  // For what arrives; an answer, such as a load told page by page, may take as long as it takes.
  server.headersTimeout = 15_000
  server.requestTimeout = 60_000
  server.maxConnections = maxConnections
  refuseWhatIsNoRequest(server)

  server.on('error', (error) => {
    const why = error.code === 'EADDRINUSE' ? `PORT ${port} is already in use on ${host}` : error.message
    process.stderr.write(`${why}. Set PORT to a free one, or stop what uses it.\n`)
    void runtime.close().finally(() => process.exit(1))
  })
  server.listen(port, host, () => {
    const name = host.includes(':') ? `[${host}]` : host
    process.stdout.write(
      `${runtime.greeting}\nShortlist is ready on http://${name}:${server.address().port}\n`,
    )
  })

  const stop = async (signal) => {
    if (stopping) return
    stopping = true
    runtime.log.info({ signal }, 'stopping: finishing what is in flight')
    runtime.stop()
    setTimeout(() => process.exit(1), graceMs).unref()
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeIdleConnections()
    await closed
    await runtime.close()
    await app.close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
