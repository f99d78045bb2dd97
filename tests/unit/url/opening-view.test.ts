import { expect, test } from 'vitest'
import { findCurrentView } from '@/lib/url/current-view'
import { everyonePath, findOpening, jobQueryPath, savedViewPath } from '@/lib/url/opening-view'
import { filterPart, saysView, viewPart } from '@/lib/url/view-part'
import { sharedJobPath } from '@/lib/url/paths'
import { readSessionView, writeSessionView } from '@/lib/url/session-view'
import { emptyView } from '@/lib/contracts/words'

const job = { jobId: '4123456789', account: null }
const view = (id: string, more: { query?: string; myDefault?: boolean; teamDefault?: boolean } = {}) => ({
  ...{ id, query: `decision=${id}`, myDefault: false, teamDefault: false },
  ...more,
})
const views = [view('ours', { teamDefault: true }), view('mine', { myDefault: true }), view('other')]

test('the address decides first, then the session, my default, the team’s default, and everyone', () => {
  const all = { address: 'rating=MAYBE', session: 'q=nurse', views }
  expect(findOpening(all)).toEqual({ by: 'address', query: 'rating=MAYBE' })
  expect(findOpening({ ...all, address: '' })).toEqual({ by: 'session', query: 'q=nurse' })
  const fresh = { address: '', session: null, views }
  expect(findOpening(fresh)).toEqual({ by: 'mine', query: 'decision=mine&view=mine' })
  expect(findOpening({ ...fresh, views: [views[0]!, views[2]!] })).toEqual({
    ...{ by: 'team', query: 'decision=ours&view=ours' },
  })
  expect(findOpening({ ...fresh, views: [views[2]!] })).toEqual({ by: 'everyone', query: '' })
})

test('everyone is a view that an address and a session can ask for, whatever the defaults', () => {
  expect(findOpening({ address: 'view=all', session: 'q=a', views })).toMatchObject({ by: 'address' })
  expect(findOpening({ address: '', session: '', views })).toEqual({ by: 'session', query: '' })
  expect(everyonePath({ ...job, account: 'agency' })).toBe('/jobs/4123456789?view=all&account=agency')
  expect(sharedJobPath(job, emptyView)).toBe('/jobs/4123456789?view=all')
  expect(sharedJobPath({ ...job, account: 'agency' }, emptyView)).toBe(
    '/jobs/4123456789?account=agency&view=all',
  )
  expect(sharedJobPath(job, { ...emptyView, q: 'a' })).toBe('/jobs/4123456789?q=a')
})

test('an account, an arrangement of columns and words that are no filter say nothing about who is shown', () => {
  for (const address of ['', 'account=agency', '?density=compact&columns=rating', 'utm=mail', 'toString=1']) {
    expect(saysView(address), address).toBe(false)
  }
  for (const address of [
    '?q=',
    'rating=MAYBE',
    'rating=SPLENDID',
    'sort=name',
    'view=gone',
    'account=a&q=x',
  ]) {
    expect(saysView(address), address).toBe(true)
  }
  expect(viewPart('?account=agency&view=x&rating=MAYBE,UNRATED&density=compact')).toBe(
    'view=x&rating=MAYBE,UNRATED',
  )
  expect(filterPart('view=x&rating=MAYBE&mood=sunny')).toBe('rating=MAYBE&mood=sunny')
})

test('a saved view has an address of its own, with every filter as it was saved', () => {
  const path = savedViewPath(job, { id: 'a-1', query: 'rating=GOOD_FIT,SPLENDID&mood=sunny' })
  expect(path).toBe('/jobs/4123456789?rating=GOOD_FIT,SPLENDID&mood=sunny&view=a-1')
  expect(savedViewPath(job, { id: 'a-1', query: '' })).toBe('/jobs/4123456789?view=a-1')
  // What would end an address or a header is encoded.
  expect(jobQueryPath(job, 'q=c# é\r\nSet-Cookie: x')).toBe('/jobs/4123456789?q=c%23%20%C3%A9Set-Cookie:%20x')
})

test('the view on screen is found by what it shows, and by its name once its filters were changed', () => {
  const list = [
    { id: 'one', query: 'rating=MAYBE,GOOD_FIT' },
    { id: 'twin', query: 'rating=GOOD_FIT,MAYBE' },
    { id: 'old', query: 'rating=MAYBE&mood=sunny' },
    { id: 'years', query: 'years=3-10&sort=-years' },
  ]
  const find = (search: string) => {
    const { view: found, modified } = findCurrentView(list, search)
    return [found?.id ?? null, modified]
  }
  expect(find('?rating=GOOD_FIT,MAYBE&density=compact')).toEqual(['one', false])
  expect(find('rating=GOOD_FIT,MAYBE&view=twin')).toEqual(['twin', false])
  expect(find('rating=UNRATED&view=one')).toEqual(['one', true])
  expect(find('rating=GOOD_FIT,MAYBE&view=old')).toEqual(['one', false])
  expect(find('rating=MAYBE&mood=sunny')).toEqual(['old', false])
  expect(find('years=5-&sort=-years')).toEqual([null, false])
  expect(find('years=3-10&sort=years')).toEqual([null, false])
  expect(find('sort=-years&years=3-10')).toEqual(['years', false])
  // The same people, but not the same view: it would be left without a filter.
  expect(find('rating=MAYBE')).toEqual([null, false])
  expect(find('rating=UNRATED&view=gone')).toEqual([null, false])
})

test('a session’s view is its reader’s own, of one account, and never too long for a cookie', () => {
  const owner = { readerId: 'rita', account: null }
  const stored = decodeURIComponent(writeSessionView(owner, 'q=Zoë;&view=all') ?? '')
  expect(readSessionView(stored, owner)).toBe('q=Zoë;&view=all')
  expect(readSessionView(stored, { ...owner, readerId: 'ben' })).toBeNull()
  expect(readSessionView(stored, { ...owner, account: 'agency' })).toBeNull()
  for (const value of [undefined, '', '{', '[]', '["rita",null,7]', '"q=a"']) {
    expect(readSessionView(value, owner), value).toBeNull()
  }
  expect(writeSessionView(owner, `q=${'a'.repeat(4_000)}`)).toBeNull()
})
