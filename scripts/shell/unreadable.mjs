import { everyAnswer } from './headers.mjs'
import { methodNotAllowed, refusals, refuse, refuseSocket } from './refusals.mjs'

const unreadable = {
  HPE_HEADER_OVERFLOW: refusals.headersTooLarge,
  HPE_INVALID_METHOD: methodNotAllowed('GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'),
  ERR_HTTP_REQUEST_TIMEOUT: refusals.tooSlow,
}

/** Answers what the parser cannot make a request of, with the headers and the shape of every other refusal. @param {import('node:http').Server} server */
export function refuseWhatIsNoRequest(server) {
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
