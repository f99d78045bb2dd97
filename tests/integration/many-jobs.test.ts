import { expect, test } from 'vitest'
import { jobList } from '@/lib/contracts/job'
import { shareLinkList } from '@/lib/contracts/share-link'
import { onEachEngine } from './engines'
import { httpDesk } from './http-desk'

onEachEngine('more jobs and links than one page holds', (store) => {
  const desk = httpDesk(store)
  /** 450 jobs of the default account, of which job 4300000001 was used longest ago. */
  const openMany = () =>
    store.database.pool.query(`insert into job (account, job_id, label, last_used_at)
      select 'main', (4300000000 + n)::text, case when n = 7 then '100% Zürich_Nord' end,
        now() - make_interval(mins => (500 - n) / 3)
      from generate_series(1, 450) n`)

  test('every job is reached, each once, whatever was used at the same moment', async () => {
    await openMany()
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: { items: { jobId: string }[]; nextCursor: string | null } = await desk.read(
        jobList,
        `/api/jobs${cursor ? `?cursor=${cursor}` : ''}`,
      )
      seen.push(...page.items.map(({ jobId }) => jobId))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(seen).toHaveLength(450)
    expect(new Set(seen).size).toBe(450)
    expect(seen[0]).toBe('4300000450')
    expect(seen.at(-1)).toBe('4300000001')
  })

  test.each([
    ['4300000001', ['4300000001']],
    ['zÜRICH', ['4300000007']],
    ['100%25', ['4300000007']],
    ['_', ['4300000007']],
    ['nobody’s', []],
  ])('a job far down is found by a part of its name or id: %s', async (find, ids) => {
    await openMany()
    const { items, nextCursor } = await desk.read(jobList, `/api/jobs?q=${find}`)
    expect(items.map(({ jobId }) => jobId)).toEqual(ids)
    expect(nextCursor).toBeNull()
  })

  test('every link is reached', async () => {
    const fields = JSON.stringify({
      names: true,
      message: true,
      descriptions: true,
      profileLinks: true,
    })
    await store.database.pool.query(
      `insert into share_link (id, token_hash, secret, account, job_id, kind, title, view, fields, may_respond,
        created_by, created_by_name, created_at, expires_at)
      select 'link-' || n, 'hash-' || n, 's', 'main', '4300000001', 'live', 'Link ' || n, '', $1, true,
        'local', 'Somebody', now() - make_interval(secs => n / 4), now() + interval '1 day'
      from generate_series(1, 250) n`,
      [fields],
    )
    const first = await desk.read(shareLinkList, '/api/share-links')
    const second = await desk.read(shareLinkList, `/api/share-links?cursor=${first.nextCursor}`)
    expect(second.nextCursor).toBeNull()
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(250)
  })

  test.each(['/api/jobs', '/api/share-links'])(
    '%s refuses a cursor that it did not give out',
    async (path) => {
      expect(await desk.refusal(`${path}?cursor=abc`)).toMatchObject({ status: 400, code: 'bad_cursor' })
    },
  )

  // Whole by its form, as somebody would change one that they were given.
  test.each([
    ['/api/jobs', { u: '2026-04-01T10:00:00.000001Z', a: 'main', j: '1' }, 'u'],
    ['/api/share-links', { c: '2026-04-01T10:00:00.000001Z', i: 'x' }, 'c'],
  ])('%s takes a cursor changed by hand for what it is', async (path, cursor, time) => {
    const at = (value: unknown) =>
      `${path}?cursor=${Buffer.from(JSON.stringify(value)).toString('base64url')}`
    expect((await desk.call(at(cursor))).status).toBe(200)
    for (const text of ['abc', '', '-1', '0000-01-01T00:00:00Z', '2026-02-30T00:00:00Z', 'infinity', '\0']) {
      expect(await desk.refusal(at({ ...cursor, [time]: text })), text).toMatchObject({ code: 'bad_cursor' })
    }
    for (const key of Object.keys(cursor)) {
      expect(await desk.refusal(at({ ...cursor, [key]: '\0' })), key).toMatchObject({ code: 'bad_cursor' })
    }
  })
})
