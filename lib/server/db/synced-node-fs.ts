import 'server-only'
import { closeSync, fsyncSync, openSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Stream = { nfd?: number; path?: string; node?: { mount?: unknown } }
type Runtime = {
  NODEFS: { stream_ops: { fsync?: (stream: Stream) => number }; realPath: (node: unknown) => string }
}
type Init = Parameters<NodeFS['init']>

function syncStream(nodefs: Runtime['NODEFS'], stream: Stream): number {
  if (stream.nfd !== undefined) {
    fsyncSync(stream.nfd)
    return 0
  }
  // Folders are opened without a descriptor of their own; a new file is durable once its folder is.
  const folder = openSync(nodefs.realPath(stream.node), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
  return 0
}

/** The file system of the embedded store, with the fsync it lacks: a commit is on disk when it is acknowledged. */
export class SyncedNodeFS extends NodeFS {
  override async init(...[pg, options]: Init): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options)
    const addSync = (module: unknown) => {
      const { NODEFS } = module as Runtime
      NODEFS.stream_ops.fsync = (stream) => syncStream(NODEFS, stream)
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addSync] } }
  }
}
