import 'server-only'
import { closeSync, fsyncSync, openSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Write = (...args: unknown[]) => number
type Stream = { nfd?: number; path?: string; node?: { mount?: unknown } }
type Attributes = { mode?: number }
type Runtime = {
  NODEFS: {
    stream_ops: { write: Write; fsync?: (stream: Stream) => number }
    node_ops: {
      mknod: (parent: unknown, name: string, mode: number, device: number) => unknown
      setattr: (node: unknown, attributes: Attributes) => void
    }
    realPath: (node: unknown) => string
  }
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

const forOthers = 0o077

// Emscripten knows no umask, and sets the mode of a file that it has made once more: some would be open to everybody.
function keepPrivate({ node_ops }: Runtime['NODEFS']): void {
  const { mknod, setattr } = node_ops
  node_ops.mknod = (parent, name, mode, device) => mknod(parent, name, mode & ~forOthers, device)
  node_ops.setattr = (node, attributes) => {
    const { mode } = attributes
    setattr(node, mode === undefined ? attributes : { ...attributes, mode: mode & ~forOthers })
  }
}

/**
 * The file system of the embedded store, with the fsync it lacks: a commit is on disk when it is acknowledged. What is
 * made in it is for this process's user alone.
 */
export class SyncedNodeFS extends NodeFS {
  readonly #beforeWrite: () => void

  /** @param beforeWrite runs before every write, which it can keep from happening by ending the process */
  constructor(dataDir: string, beforeWrite: () => void) {
    super(dataDir)
    this.#beforeWrite = beforeWrite
  }

  override async init(...[pg, options]: Init): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options)
    const beforeWrite = this.#beforeWrite
    const adapt = (module: unknown) => {
      const { NODEFS } = module as Runtime
      NODEFS.stream_ops.fsync = (stream) => syncStream(NODEFS, stream)
      const { write } = NODEFS.stream_ops
      NODEFS.stream_ops.write = (...args) => {
        beforeWrite()
        return write(...args)
      }
      keepPrivate(NODEFS)
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), adapt] } }
  }
}
