import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { proxy } from '@/proxy'

const ask = (path: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(new URL(path, 'http://shortlist.test'), { headers })).headers

// The framework's own way of saying what a request is turned into.
const told = (headers: Headers, name: string) => headers.get(`x-middleware-request-${name}`)

test('a page is told its own address, with its query, whatever a reader says of it', () => {
  const address = '/jobs/4100000081?rating=GOOD_FIT&q=%3Cb%3E'
  const headers = ask(address, { 'x-shortlist-path': '//evil.test', 'x-shortlist-nonce': 'known' })
  expect(told(headers, 'x-shortlist-path')).toBe(address)
  expect(told(headers, 'x-shortlist-nonce')).not.toBe('known')
})

test('the policy that the page is made with is the one that is sent, and no two answers share a nonce', () => {
  const [one, other] = [ask('/'), ask('/')]
  const policy = one.get('content-security-policy') ?? ''
  expect(told(one, 'content-security-policy')).toBe(policy)
  expect(policy).toContain(`'nonce-${told(one, 'x-shortlist-nonce')}'`)
  expect(told(one, 'x-shortlist-nonce')).not.toBe(told(other, 'x-shortlist-nonce'))
  expect(policy).not.toMatch(/script-src [^;]*unsafe/)
})
