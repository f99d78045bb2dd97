// Runs in a thread of its own, so that a very long answer holds up nobody: takes its JSON apart into what is small and the
// rows as texts. Copying texts back is cheap; copying a parsed answer would cost as much as parsing it.
import { parentPort, workerData } from 'node:worker_threads'

const { text, maxRows, maxTextLength } = workerData

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

// Nothing beside the rows is long in an honest answer.
function short(value, depth = 0) {
  if (typeof value === 'string') return value.slice(0, maxTextLength)
  if (!isObject(value)) return Array.isArray(value) ? [] : value
  if (depth >= 3) return {}
  const entries = Object.entries(value).slice(0, 50)
  return Object.fromEntries(
    entries.filter(([key]) => key.length <= 100).map(([key, each]) => [key, short(each, depth + 1)]),
  )
}

function split() {
  let body
  try {
    body = JSON.parse(text)
  } catch {
    return null
  }
  const candidates = isObject(body) && isObject(body.data) ? body.data.candidates : undefined
  if (!Array.isArray(candidates)) return { body: short(body), rows: null, unreadRows: 0 }
  const rows = candidates.slice(0, maxRows).map((row) => JSON.stringify(row))
  return { body: short(body), rows, unreadRows: candidates.length - rows.length }
}

parentPort.postMessage(split())
