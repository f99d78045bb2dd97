import { createServer, get, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { blindAnswer } from '@/lib/contracts/blind'
import { candidatePage } from '@/lib/contracts/candidate'
import { answerDirectly } from '@/lib/server/http/direct-answer'
import { soon } from '../soon'
import { doorDesk, type Visitor } from './door-desk'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'
import { personAt, succeed, teamJob } from './team-desk'

const job = `/api/jobs/${teamJob.jobId}`
const page = `${job}/candidates?view=all`
const names = ['Zora Quillfeather', 'Orsino Mossgrove', 'Nadia Thistlewick']
const people = names.map((fullName, position) =>
  applicant(`p-${position}`, { position, fullName, headline: `Engineer ${'of bridges '.repeat(40)}` }),
)

onEachEngine('a page that is answered before the framework', (store, engine) => {
  const desk = doorDesk(store)
  const server = createServer((request, response) => {
    if (answerDirectly(request, response) === null) response.writeHead(418).end()
  })
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  const to = (path: string, headers: Record<string, string>, method = 'GET') => ({
    ...{ port: (server.address() as AddressInfo).port, path, method, agent: false },
    headers: { 'x-shortlist-client': '198.51.100.7', ...headers },
  })
  type Told = { status: number; headers: IncomingHttpHeaders; body: Buffer }
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<Told>((resolve, reject) => {
      get(to(path, headers, method), (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          const { statusCode: status = 0, headers: told } = response
          resolve({ status, headers: told, body: Buffer.concat(parts) })
        })
      }).on('error', reject)
    })
  const as = ({ cookie }: Visitor, more: Record<string, string> = {}) => ({ cookie, ...more })
  const zipped = { 'accept-encoding': 'gzip, deflate, br' }
  const unzip = ({ headers, body }: Told) => {
    expect(headers['content-encoding']).toBe('gzip')
    return candidatePage.parse(JSON.parse(gunzipSync(body).toString()))
  }

  const setUp = async () => {
    await save(store.database.db, teamJob, people)
    const owner = await desk.owner()
    const { browser: rita } = await desk.member(owner, 'recruiter')
    return { owner, rita }
  }

  test('has the bytes, the status and the headers of the framework’s route', async () => {
    const { owner } = await setUp()
    const id = { 'x-request-id': 'abcdef-123456' }
    for (const [path, status] of [
      [page, 200],
      [`${job}/candidates?q=bridges&limit=2&sort=-name`, 200],
      [`${job}/candidates?at=1`, 200],
      [`${job}/candidates?q=a%00b`, 200],
      [`${job}/candidates?limit=0`, 400],
      [`${job}/candidates?cursor=of-another-view`, 400],
      [`${job}/candidates?account=nobody`, 404],
    ] as const) {
      const routed = await owner.ask(path, { headers: id })
      const direct = await ask(path, as(owner, id))
      expect([path, direct.status, direct.body.toString()]).toEqual([path, status, routed.text])
      expect(routed.status).toBe(status)
      expect(direct.headers).toMatchObject(Object.fromEntries(routed.headers))
      expect(direct.headers['content-length']).toBe(String(direct.body.length))
    }
    const odd = await ask(page, as(owner, { host: '127.0.0.1:99999' }))
    expect(odd.status).toBe(200)
    const { lines } = desk.instance()
    const told = lines.filter((line) => line.includes('"route":"/api/jobs/:jobId/candidates"'))
    expect(told).toHaveLength(15)
  })

  test('is compressed for those who take that, whoever asked before and however', async () => {
    const { owner, rita } = await setUp()
    const plain = await ask(page, as(owner))
    expect(plain.headers['content-encoding']).toBeUndefined()
    for (const round of [1, 2]) {
      const small = await ask(page, as(owner, zipped))
      expect([round, gunzipSync(small.body).equals(plain.body)]).toEqual([round, true])
      expect(small.headers).toMatchObject({
        'content-encoding': 'gzip',
        'content-length': String(small.body.length),
        vary: 'accept-encoding',
      })
    }
    for (const header of ['gzip;q=0', 'gzip; q=0.000', 'br', 'identity', 'xgzip']) {
      const { headers, body } = await ask(page, as(owner, { 'accept-encoding': header }))
      expect([header, headers['content-encoding'], body.equals(plain.body)]).toEqual([
        header,
        undefined,
        true,
      ])
    }
    for (const header of ['gzip', 'GZIP;q=0.5', 'deflate, gzip;q=1.0'])
      expect(unzip(await ask(page, as(rita, { 'accept-encoding': header }))).items).toHaveLength(3)
    const refused = await ask(`${job}/candidates?limit=0`, as(owner, zipped))
    expect(refused.headers['content-encoding']).toBeUndefined()
    expect(JSON.parse(refused.body.toString())).toMatchObject({ status: 400, code: 'invalid_parameter' })
  })

  test('shows what was decided since it was compressed, to each reader', async () => {
    const { owner, rita } = await setUp()
    for (const each of [owner, rita]) expect(unzip(await ask(page, as(each, zipped))).marks).toEqual({})
    const body = { decision: 'shortlist' }
    expect((await rita.ask(`${personAt('p-1')}/decision`, { method: 'PUT', body })).status).toBe(200)
    for (const each of [owner, rita]) {
      const { marks } = unzip(await ask(page, as(each, zipped)))
      expect(marks['p-1']?.decision).toMatchObject({ decision: 'shortlist', by: { name: 'A recruiter' } })
    }
  })

  test('shows a blind reader nobody’s name, though others were shown it before', async () => {
    const { owner, rita } = await setUp()
    for (const each of [owner, rita])
      expect(unzip(await ask(page, as(each, zipped))).items[0]?.fullName).toBe(names[0])
    const review = { scope: 'me', until: 'decided', graduationYears: 'hidden' }
    await succeed(blindAnswer, rita, `${job}/blind`, 'PUT', review)
    for (const headers of [zipped, zipped, {}]) {
      const told = await ask(page, as(rita, headers))
      const text = told.headers['content-encoding'] ? gunzipSync(told.body) : told.body
      expect(text.toString()).not.toMatch(new RegExp(names.join('|').replaceAll(' ', '|')))
    }
    expect(unzip(await ask(page, as(owner, zipped))).items[0]?.fullName).toBe(names[0])
  })

  test('is for nobody who is not signed in, or is so no more', async () => {
    const { rita } = await setUp()
    expect((await ask(page, as(rita))).status).toBe(200)
    const { cookie } = rita
    await rita.post('/api/auth/sign-out')
    const requests: Record<string, string>[] = [{ cookie }, { cookie, ...zipped }, zipped, {}]
    for (const headers of requests) {
      const told = await ask(page, headers)
      expect(told.status).toBe(401)
      expect(JSON.parse(told.body.toString())).toMatchObject({ code: 'sign_in_required' })
    }
  })

  test('leaves every other address, form and method to the framework', async () => {
    for (const [method, path] of [
      ['HEAD', page],
      ['POST', page],
      ['GET', `${job}/candidates/`],
      ['GET', `${job}/candidates/p-1`],
      ['GET', `/api/jobs/%34100000008/candidates`],
      ['GET', `/api/jobs/${'4'.repeat(65)}/candidates`],
      ['GET', '/api/jobs//candidates'],
      ['GET', job],
    ] as const)
      expect([method, path, (await ask(path, {}, method)).status]).toEqual([method, path, 418])
  })

  // The embedded engine cannot be stopped in the middle of a query.
  if (engine === 'pglite') return

  test('is not worked on for a reader who has left', async () => {
    const { owner } = await setUp()
    const { pool } = store.database
    const holder = await pool.connect()
    onTestFinished(() => holder.release(true))
    await holder.query('begin; lock table visit in access exclusive mode')
    const count = async () => {
      const { rows } = await pool.query<{ waiting: number }>(
        `select count(*)::int as waiting from pg_stat_activity
         where wait_event_type = 'Lock' and datname = current_database()`,
      )
      return rows[0]?.waiting
    }
    const leaving = get(to(page, as(owner)))
    leaving.on('error', () => undefined)
    await expect.poll(count, soon).toBe(1)
    leaving.destroy()
    await expect.poll(count, soon).toBe(0)
  })
})
