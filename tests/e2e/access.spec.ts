import { readdir } from 'node:fs/promises'
import { type APIRequestContext, request as requests } from '@playwright/test'
import { authPaths } from '@/lib/server/http/auth-paths'
import { apiTable, linkRequest } from './access-api'
import { authTable } from './access-auth'
import { pageTable } from './access-pages'
import type { Known, Row } from './access-row'
import { expect, secrets, test } from './fixtures'
import { inviteAndSignIn, setUp } from './people'
import { makeDataDir, startServer } from './server'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** The folders under app/ that have such a file. */
async function foldersWith(name: string, under: string): Promise<string[]> {
  const files = await readdir(under, { recursive: true })
  return files
    .filter((file) => file === name || file.endsWith(`/${name}`))
    .map((file) => file.slice(0, -name.length - 1))
    .sort()
}

const who = ['owner', 'recruiter', 'viewer', 'signed out', 'guest', 'of another installation'] as const
type Who = (typeof who)[number]
const expected = (row: Row, asker: Who): number =>
  asker === 'owner' || asker === 'recruiter' || asker === 'viewer' ? row[asker] : row.others

type Askers = Record<Who, APIRequestContext>

/** Somebody of every kind, each with a browser of their own. */
async function everybody(
  url: string,
  owner: APIRequestContext,
): Promise<{ askers: Askers; viewerId: string }> {
  const nobody = { cookies: [], origins: [] }
  const at = () => requests.newContext({ baseURL: url, maxRedirects: 0, storageState: nobody })
  const [out, guest, recruiter, viewer] = await Promise.all([at(), at(), at(), at()])
  await inviteAndSignIn(owner, recruiter, 'recruiter')
  const viewerId = await inviteAndSignIn(owner, viewer, 'viewer')
  const data = await makeDataDir()
  const elsewhere = startServer({
    RECRUITER_API_URL: 'http://127.0.0.1:9',
    RECRUITER_API_KEY: secrets.RECRUITER_API_KEY,
    RECRUITER_ACCOUNTS: `main=${secrets.mainAccount}`,
    SETUP_TOKEN: secrets.SETUP_TOKEN,
    DATA_DIR: data.path,
  })
  const theirs = await requests.newContext({ baseURL: await elsewhere.ready, storageState: nobody })
  await setUp(theirs, secrets.SETUP_TOKEN)
  const storageState = await theirs.storageState()
  elsewhere.terminate()
  await elsewhere.exited
  await data.remove()
  expect(storageState.cookies.map(({ name }) => name)).toContain('shortlist.session_token')
  const stranger = await requests.newContext({ baseURL: url, maxRedirects: 0, storageState })
  return {
    askers: { owner, recruiter, viewer, 'signed out': out, guest, 'of another installation': stranger },
    viewerId,
  }
}

/** What rows answered other than they say, in lines. */
async function wrongAnswers(rows: Row[], askers: Askers): Promise<string[]> {
  const wrong: string[] = []
  for (const row of rows) {
    for (const asker of who) {
      const { method, data, path } = row
      const answer = await askers[asker].fetch(path, { method, ...(data === undefined ? {} : { data }) })
      if (answer.status() !== expected(row, asker)) {
        const text = (await answer.text()).slice(0, 120)
        wrong.push(`${method} ${path}, ${asker}: ${answer.status()}, not ${expected(row, asker)}: ${text}`)
      }
      if (answer.status() === 307 && row.file.startsWith('(app)')) {
        expect(answer.headers().location, path).toMatch(/^\/sign-in(\?returnTo=|$)/)
      }
    }
  }
  return wrong
}

test.use({ apart: true })

test('every address answers each role, strangers, guests and other installations as the table says', async ({
  served: { url, newJob, owner },
  store,
}) => {
  test.setTimeout(180_000)
  const job = newJob(30)
  await store(job)
  const ownerClient = await requests.newContext({ baseURL: url, maxRedirects: 0, storageState: owner })
  const { items } = (await (await ownerClient.get(`/api/jobs/${job.jobId}/candidates`)).json()) as {
    items: { applicationId: string }[]
  }
  const { askers, viewerId } = await everybody(url, ownerClient)
  const made = await ownerClient.post('/api/share-links', { data: linkRequest(job.jobId) })
  const { token } = (await made.json()) as { token: string }
  const shown = (await (await askers.guest.get(`/api/s/${token}/candidates`)).json()) as {
    items: { ref: string }[]
  }
  // A guest as they come: with the cookie of a link they have opened and answered.
  const response = { vote: 'maybe', comment: 'Good with roses', name: 'Gwen Guest' }
  const ref = shown.items[0]!.ref
  await askers.guest.put(`/api/s/${token}/candidates/${ref}/response`, { data: response })
  expect((await askers.guest.storageState()).cookies).not.toEqual([])
  const known: Known = {
    ...{ jobId: job.jobId, applicationId: items[0]!.applicationId },
    ...{ viewerId, token, ref },
  }
  const api = apiTable(known)
  const pages = pageTable(known)

  await test.step('no address is missing in the table', async () => {
    const inApi = (await foldersWith('route.ts', 'app/api')).filter((folder) => !folder.startsWith('auth/'))
    expect([...new Set(api.map(({ file }) => file))].sort()).toEqual(inApi)
    expect([...new Set(pages.map(({ file }) => file))].sort()).toEqual(await foldersWith('page.tsx', 'app'))
    expect(Object.keys(authTable).sort()).toEqual(Object.keys(authPaths).sort())
    // Routes answer only in the two places that are looked through.
    expect((await foldersWith('route.ts', 'app')).every((folder) => folder.startsWith('api/'))).toBe(true)
  })

  await test.step('no method is missing in the table', async () => {
    const untaken = new Map(api.map(({ file, path }) => [file, path]))
    for (const [file, path] of untaken) {
      const taken = api.filter((row) => row.file === file).map(({ method }) => method)
      for (const method of methods.filter((each) => !taken.includes(each))) {
        const answer = await askers.owner.fetch(path, { method, data: method === 'GET' ? undefined : {} })
        expect(answer.status(), `${method} ${path} has no row`).toBe(405)
      }
    }
  })

  expect(await wrongAnswers(api, askers)).toEqual([])
  expect(await wrongAnswers(pages, askers)).toEqual([])
  // Signing out comes last; no word of the library's other addresses is answered.
  const auth = Object.values(authTable).map((row) => ({ ...row, path: `/api/auth/${row.path}` }))
  expect(await wrongAnswers(auth, askers)).toEqual([])
  for (const path of [
    'sign-up/email',
    'list-sessions',
    'update-user',
    'delete-user',
    'ok',
    'error',
    'two-factor/send-otp',
  ]) {
    for (const asker of who) {
      expect((await askers[asker].post(`/api/auth/${path}`, { data: {} })).status(), path).toBe(404)
    }
  }
})
