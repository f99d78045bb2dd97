import type { Database } from '@/lib/server/db/open-database'
import { inOneMoment, rowHashes, listTables } from '@/lib/server/db/table-rows'

/** Every row of every table, as one hash each. */
export async function contentOf({ pool }: Database): Promise<Record<string, string[]>> {
  const client = await pool.connect()
  try {
    return await inOneMoment(client, 'read only', async () => {
      const content: Record<string, string[]> = {}
      for (const table of await listTables(client)) {
        const hashes: string[] = []
        for await (const some of rowHashes(client, table)) hashes.push(...some)
        content[table] = hashes
      }
      return content
    })
  } finally {
    client.release()
  }
}
