import 'server-only'

// Their numbers in Linux's magic.h and statfs(2). What machines share has caches that one of them cannot see through, and
// locks and syncs that may mean nothing.
const networkTypes = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xff534d42, // CIFS
  0xfe534d42, // SMB 2 and 3
  0x00c36400, // Ceph
  0x0bd00bd0, // Lustre
  0x01161970, // GFS2
  0x7461636f, // OCFS2
  0x5346414f, // AFS
  0x73757245, // Coda
])

/**
 * Whether a file system is one that several machines share.
 * @param type as `statfs` gives it, which on some machines is a negative number
 */
export const isNetworkFolder = (type: number): boolean =>
  process.platform === 'linux' && networkTypes.has(type >>> 0)
