import { createServer } from 'node:http'
import next from 'next'

// The upstream timeout may be 10 minutes; a fetch that was paid for is worth waiting for.
const graceMs = 11 * 60_000

const nameOf = (host = '') => host.toLowerCase().replace(/:\d+$/, '')

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
 * Serves the app until SIGTERM or SIGINT, which stop accepting, finish what is in flight, then close the store.
 * The settings are checked and the store opened by instrumentation.ts, before the port opens.
 */
export async function serve({ dev }) {
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  const app = next({ dev, dir: process.cwd(), quiet: !dev, customServer: true })
  // Next may come to instrumentation.ts only after it says that it is prepared: the runtime reports by itself.
  const started = new Promise((resolve) => {
    globalThis[Symbol.for('shortlist.started')] = resolve
  })
  await app.prepare()
  const runtime = await started

  const { host, port, names } = runtime.address
  const handle = app.getRequestHandler()
  let stopping = false
  const server = createServer((request, response) => {
    // Its connection would wait for another request, and the stop for the connection.
    response.on('close', () => {
      if (stopping) server.closeIdleConnections()
    })
    if (!names.includes(nameOf(request.headers.host))) return misdirected(response)
    request.url = readable(request.url)
    handle(request, response).catch((error) => {
      runtime.log.error({ err: error }, 'a request failed outside its handler')
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  server.keepAliveTimeout = 65_000
  server.headersTimeout = 15_000
  server.requestTimeout = 60_000

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
