import { foldText } from './search'

// Words that join others, in the languages titles are mostly written in; what a short word may mean (IT, R, Go) stays.
const joining = new Set(
  (
    'a an and as at by for from in of on or the to with ' +
    'au aux de des du en et l d la le les pour sur un une ' +
    'am bei das dem den der die fur im mit und von vom zu zum zur ' +
    'con del e el las los o para por y al ' +
    'da das do dos ao della delle dei di il per ' +
    'aan bij het op te van voor och av for til i og og'
  ).split(' '),
)

// A sign that is part of a name stays with it: C++, C#.
const words = /[\p{L}\p{N}]+(?:[+#]+(?![\p{L}\p{N}]))?/gu
const digits = /^\p{N}+$/u

/** The words of a job title that say something, folded and distinct: "Head of Growth & SEO" gives head, growth, seo. */
export function titleWords(title: string | null): string[] {
  const found = foldText(title ?? '').match(words) ?? []
  return [...new Set(found.filter((word) => !joining.has(word) && !digits.test(word)))]
}
