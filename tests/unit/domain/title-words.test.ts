import fc from 'fast-check'
import { expect, test } from 'vitest'
import { titleWords } from '@/lib/domain/title-words'

test.each([
  [null, []],
  ['', []],
  ['Head of Growth & SEO', ['head', 'growth', 'seo']],
  [
    'Senior Software Engineer (C++ / C#), Node.js',
    ['senior', 'software', 'engineer', 'c++', 'c#', 'node', 'js'],
  ],
  ['IT Manager', ['it', 'manager']],
  ['Chargée d’affaires', ['chargee', 'affaires']],
  ['Leiter der Entwicklung', ['leiter', 'entwicklung']],
  ['Manager - Manager | 2024', ['manager']],
  ['R&D', ['r']],
  ['エンジニア・東京', ['エンシニア', '東京']],
  ['👩‍🍳 …', []],
])('%j has the words %j', (title, words) => {
  expect(titleWords(title)).toEqual(words)
})

test('each word is found again when it is chosen', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'É', '-', '+', '#', ' ', 'ß', '京', '7') }),
      (title) => {
        const words = titleWords(title)
        expect(new Set(words).size).toBe(words.length)
        for (const word of words) expect(titleWords(word)).toEqual([word])
      },
    ),
  )
})
