import { expect, test } from 'vitest'
import { commandIds, commands, isChangeable, keysOf } from '@/lib/domain/commands'
import { findKeyConflict } from '@/lib/domain/key-conflict'
import { ariaKeys, keysText } from '@/lib/domain/key-words'

const usual = { off: false, keys: {} }

test('no two commands share keys, and none begins as another does', () => {
  for (const id of commandIds.filter(isChangeable))
    expect(findKeyConflict(id, commands[id].keys, usual), id).toBeNull()
})

test('keys that are taken, or that begin or go on from others, are refused', () => {
  expect(findKeyConflict('open', 'j', usual)).toBe('next')
  expect(findKeyConflict('open', 'g', usual)).toBe('goJobs')
  expect(findKeyConflict('open', 'j o', usual)).toBe('next')
  expect(findKeyConflict('open', 'j', { off: true, keys: { next: 'y' } })).toBeNull()
  expect(findKeyConflict('open', 'g o', usual)).toBeNull()
  for (const keys of ['mod+k', 'Enter', 'Tab', ' ', 'a b c', 'Shift+1'])
    expect(findKeyConflict('open', keys, usual)).toBe('invalid')
})

test('what a member chose goes before the table; off leaves only what types nothing', () => {
  expect(keysOf('next', { off: false, keys: { next: 'n' } })).toBe('n')
  expect(keysOf('next', { off: false, keys: { next: '' } })).toBe('')
  expect(keysOf('next', { off: true, keys: { next: 'n' } })).toBe('')
  expect(keysOf('back', { off: true, keys: { back: 'n' } })).toBe('Escape')
})

test('keys are read as they stand on a keyboard', () => {
  expect(['mod+k', 'g j', 'Shift+x', '?', '+', 'Escape', ''].map((keys) => keysText(keys))).toEqual([
    'Ctrl K',
    'G then J',
    'Shift X',
    '?',
    '+',
    'Esc',
    '',
  ])
  expect(keysText('mod+k', '⌘')).toBe('⌘ K')
  expect(['mod+k', 'g j', 'x', ''].map(ariaKeys)).toEqual(['Control+k Meta+k', undefined, 'x', undefined])
})
