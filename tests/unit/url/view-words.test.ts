import { expect, test } from 'vitest'
import { parseView } from '@/lib/url/view'
import { viewInWords } from '@/lib/url/view-words'

test.each([
  ['', 'Everyone · As the network ranks them'],
  ['?sort=-years', 'Everyone · Experience, most first'],
  [
    '?q=seo&rating=GOOD_FIT,MAYBE&years=5-&location=Lyon%2C%20France&sort=-name,years',
    'Search “seo” · Rating: Good fit, Maybe · Location: Lyon, France · Experience: 5 years or more · Name Z to A, then least experience',
  ],
  ['?new=1', 'New since the last visit · As the network ranks them'],
])('the view %j in words', (search, words) => {
  expect(viewInWords(parseView(search), 'en-GB')).toBe(words)
})
