import { foldText } from './search'

// Forms of companies in many countries, folded and without full stops: words that say nothing else.
const forms = new Set(
  (
    'inc incorporated corp corporation llc llp lllp pllc ltd limited plc pty pte gmbh mbh ggmbh kgaa ohg gbr bv nv vof ' +
    'sarl sarlau sasu eurl snc srl srls slu sau ltda lda eireli oy oyj aps asa ehf sro kft zrt nyrt doo ood eood ead ' +
    'jsc ojsc cjsc pjsc uab sia bhd sdn tbk sti spolka haftungsbeschrankt sapi kaisha kabushiki ооо зао оао пао тов ' +
    'прат еоод оод επε ικε'
  ).split(' '),
)
// Forms only in capitals or with full stops: they are words or names as well.
const shortForms = new Set(
  'ag se sa as ab sl kg lp ad ev bt kk gk ug ou cv ae spa sas sac sab saa ао ат αε'.split(' '),
)
// Forms of several words, at the end. A separator of bounded length keeps the search linear.
const phrases = [
  /[,\s]{1,2}(?:S\.? ?A\.?(?: ?P\.? ?I\.?)?(?: ?B\.?)?|S\.? de R\.? ?L\.?) de C\.? ?V\.?$/i,
  /[,\s]{1,2}S\.? de R\.? ?L\.?$/i,
  /[,\s]{1,2}S\.? ?à\.? ?r\.? ?l\.?$/iu,
  /[,\s]{1,2}(?:AB )?\(publ\.?\)$/i,
  /[,\s]{1,2}anonim (?:şirketi|sirketi)$/iu,
  /[,\s]{1,2}sp\.? ?z\.? ?o\.? ?o\.?$/i,
  /[,\s]{1,2}(?:spol\. )?s\.? ?r\.? ?o\.?$/i,
  /[,\s]{1,2}d\. ?[do]\. ?(?:o\.)?$/i,
  /[,\s]{1,2}(?:private|pvt\.?|\(p\)) (?:limited|ltd\.?)$/i,
  /[,\s]{1,2}(?:sociedad an[oó]nima|sociedad limitada|sp[oó][lł]ka akcyjna|soci[eé]t[eé] anonyme)$/i,
  /[,\s]{1,2}san(?:ayi|\.)? ve tic(?:aret|\.)?(?: ltd\.? şti\.?| a\.? ?ş\.?)?$/i,
]
const eastAsian =
  /(?:股份有限公司|有限責任公司|有限责任公司|有限公司|株式会社|有限会社|合同会社|주식회사|유한회사|[(（](?:株|有|주)[)）])/gu
const before = /^(?:ооо|зао|оао|пао|ао|тов) (?=\p{L})/u
// "PT Bank Sejahtera", and no "PT Group".
const indonesian = /^pt (?!(?:solutions|group|services|works|plus|studios?|clinic|partners)$)(?=\p{L}{3})/u
const and = new Set(['and', 'und', 'et', 'y', 'og', 'och', 'en'])

/** Every run of commas and white space as one or two characters. */
const shortSeparators = (text: string) =>
  text.replace(/[,\s]{2,}/g, (run) => (run.includes(',') ? ', ' : ' '))

type Token = { folded: string; isShort: boolean }

const isForm = ({ folded, isShort }: Token) => forms.has(folded) || (isShort && shortForms.has(folded))

function tokenize(written: string): Token[] {
  return written
    .split(/[\s,;:/|·•_\p{Pd}()[\]"“”„«»]+/u)
    .filter((token) => token !== '')
    .map((token) => {
      const letters = token.replace(/[.'’‘´`!?]/gu, '')
      const capitals = /^(?:\p{Lu}+|SpA)$/u.test(letters) || /\p{L}\./u.test(token)
      return { folded: foldText(letters).replaceAll("'", ''), isShort: capitals }
    })
    .filter(({ folded }) => folded !== '')
}

/**
 * What a company is compared by: without its legal form, punctuation, case and accents, so that "Acme, Inc.", "Acme Inc"
 * and "Acme" are one, and "Coca-Cola" and "Coca Cola". A name of nothing but such words is taken whole.
 */
export function companyKey(written: string): string {
  const plain = phrases
    .reduce(
      (text, phrase) => text.replace(phrase, ''),
      shortSeparators(written.replace(/[®™℠]/gu, '').replace(eastAsian, ' ').trim()),
    )
    .replace(/\b([A-Za-z])\s?\/\s?([A-Za-z])\b/g, '$1.$2')
    .replace(/\b(?:[A-Za-z]\. ?){2,}/g, (letters) => `${letters.replaceAll(' ', '')} `)
  const tokens = tokenize(plain)
  let end = tokens.length
  const isJoint = (token: Token | undefined) =>
    token !== undefined && (['&', '+'].includes(token.folded) || and.has(token.folded))
  while (end > 1) {
    const [last, previous] = [tokens[end - 1], tokens[end - 2]]
    if (!last) break
    const afterAnd =
      isJoint(previous) && (last.folded === 'co' || last.folded === 'company' || last.folded === 'cie')
    if (afterAnd && end > 2) end -= 2
    else if (isForm(last) || (isJoint(last) && end < tokens.length) || isCo(last, tokens[end])) end -= 1
    else break
  }
  const kept = tokens
    .slice(0, end)
    .map(({ folded }, at) => (at > 0 && at < end - 1 && and.has(folded) ? '&' : folded))
  const key = kept.join(' ').replace(/ ?& ?/g, '&').replace(before, '').replace(indonesian, '')
  return key === '' ? foldText(written) : key
}

// "Sony Co., Ltd." and "Acme Co": company, before another form or by itself.
const isCo = (last: Token, next: Token | undefined) =>
  last.folded === 'co' && (next === undefined || isForm(next))
