import { closeSync, fsyncSync, openSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

function syncStream(nodefs, stream) {
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
function keepPrivate({ node_ops }) {
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
  #beforeWrite
  /** Bytes that were written to the write-ahead log; may be set back. */
  log = { bytes: 0 }

  /**
   * @param {string} dataDir
   * @param {() => void} beforeWrite runs before every write, which it can prevent by ending the process
   */
  constructor(dataDir, beforeWrite) {
    super(dataDir)
    this.#beforeWrite = beforeWrite
  }

  /**
   * @param {Parameters<NodeFS['init']>[0]} pg
   * @param {Parameters<NodeFS['init']>[1]} options
   */
  async init(pg, options) {
    const { emscriptenOpts } = await super.init(pg, options)
    const adapt = ({ NODEFS }) => {
      NODEFS.stream_ops.fsync = (stream) => syncStream(NODEFS, stream)
      const { write } = NODEFS.stream_ops
      NODEFS.stream_ops.write = (stream, ...args) => {
        this.#beforeWrite()
        const bytes = write(stream, ...args)
        if (stream.path?.includes('/pg_wal/')) this.log.bytes += bytes
        return bytes
      }
      keepPrivate(NODEFS)
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), adapt] } }
  }
}
