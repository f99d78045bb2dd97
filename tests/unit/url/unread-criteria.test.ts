import { expect, test } from 'vitest'
import { readAddress } from '@/lib/url/read-address'
import { choiceLabel } from '@/lib/url/view-words'

const job = { hasCriteria: true, criteriaNames: ['Every must', 'Kubernetes', 'Lives in Österreich'] }
const unread = (search: string, of: Parameters<typeof readAddress>[2] = job) =>
  readAddress([], search, of).unread.map(({ value }) => value)

test('an address that names a criterion the job does not have says so', () => {
  expect(unread('criteria=Terraform,Kubernetes,-Go&sort=-years')).toEqual(['Terraform', '-Go'])
  expect(unread('criteria=kubernetes,-lives+in+osterreich,Every+must,-Every+must,unknown')).toEqual([])
  expect(unread('criteria=Terraform&rating=SPLENDID')).toEqual(['SPLENDID', 'Terraform'])
})

test('a job without criteria has none of them, one whose names are not known might', () => {
  expect(unread('criteria=Kubernetes', { hasCriteria: false })).toEqual(['Kubernetes'])
  expect(unread('criteria=Kubernetes', { hasCriteria: true })).toEqual([])
  expect(unread('criteria=Kubernetes', null)).toEqual([])
})

test('a choice against a criterion reads as one', () => {
  expect(choiceLabel('criteria', '-Kubernetes', 'en')).toBe('Not “Kubernetes”')
  expect(choiceLabel('criteria', 'Kubernetes', 'en')).toBe('Kubernetes')
  expect(choiceLabel('tag', '-Kubernetes', 'en')).toBe('-Kubernetes')
})
