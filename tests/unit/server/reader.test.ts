import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readerOf } from '@/scripts/shell/reader.mjs'

const names = ['shortlist.example.com', '127.0.0.1']

function requestFrom(peer: string, headers: Record<string, string> = {}): IncomingMessage {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: peer })
  const request = new IncomingMessage(socket)
  Object.assign(request.headers, headers)
  return request
}

function read(peer: string, headers: Record<string, string> = {}, trustedProxies: string[] = []) {
  const request = requestFrom(peer, headers)
  return { ...readerOf({ trustedProxies, names })(request), headers: request.headers }
}

const claims = {
  'x-forwarded-for': '203.0.113.9',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'shortlist.example.com',
  'x-forwarded-port': '443',
  forwarded: 'for=203.0.113.9',
  'x-real-ip': '203.0.113.9',
}

describe('who asks', () => {
  test('is whoever connected, whatever they claim, while no proxy is trusted', () => {
    const { address, https, headers } = read('198.51.100.7', claims)
    expect([address, https]).toEqual(['198.51.100.7', false])
    expect(headers).toEqual({ 'x-shortlist-client': '198.51.100.7' })
  })

  test('is whom the trusted proxy names, and how they came is the proxy’s word', () => {
    const { address, https, headers } = read('10.0.0.2', claims, ['10.0.0.0/8'])
    expect([address, https]).toEqual(['203.0.113.9', true])
    expect(headers).toEqual({
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'shortlist.example.com',
      'x-shortlist-client': '203.0.113.9',
    })
  })

  test('is the first who is not trusted, counted from us: what they put before themselves is their claim', () => {
    const chain = { 'x-forwarded-for': '1.1.1.1, 127.0.0.1, 203.0.113.9, 10.0.0.5' }
    expect(read('10.0.0.2', chain, ['10.0.0.0/8']).address).toBe('203.0.113.9')
  })

  test.each([
    ['203.0.113.9:51234', '203.0.113.9'],
    ['[2001:DB8::1]:443', '2001:db8::1'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['unknown', '10.0.0.2'],
    ['', '10.0.0.2'],
  ])('written as %s is %s', (written, address) => {
    expect(read('::ffff:10.0.0.2', { 'x-forwarded-for': written }, ['10.0.0.2']).address).toBe(address)
  })

  test('a proxy may not send us under a name that is not ours, or a scheme that is none', () => {
    const odd = { 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'javascript' }
    const { https, headers } = read('10.0.0.2', odd, ['10.0.0.2'])
    expect(https).toBe(false)
    expect(headers).toEqual({ 'x-shortlist-client': '10.0.0.2' })
  })

  test('what the app is told by the server cannot be said from outside', () => {
    const { headers } = read('198.51.100.7', {
      'x-shortlist-client': '127.0.0.1',
      'x-shortlist-path': '//evil.test',
      'x-shortlist-nonce': 'known',
      'content-security-policy': "script-src 'nonce-known'",
    })
    expect(headers).toEqual({ 'x-shortlist-client': '198.51.100.7' })
  })

  test('property: nobody untrusted gets an address but their own, and it is always an address', () => {
    const words = fc.oneof(fc.string(), fc.ipV4(), fc.ipV6(), fc.constantFrom('127.0.0.1', '10.0.0.1', ','))
    fc.assert(
      fc.property(fc.array(words), fc.ipV4(), (chain, peer) => {
        const headers = { 'x-forwarded-for': chain.join(', ') }
        expect(read(peer, headers).address).toBe(peer)
        expect(read('10.9.9.9', headers, ['10.9.9.9']).address).toMatch(/^[0-9a-f.:]+$/)
      }),
    )
  })
})
