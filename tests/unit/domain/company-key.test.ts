import fc from 'fast-check'
import { expect, test } from 'vitest'
import { companyKey } from '@/lib/domain/company-key'
import { cpuTimeOf } from '../../cpu-time'

test.each([
  ['Acme, Inc.', 'Acme Inc.', 'Acme Inc', 'ACME', 'acme incorporated', 'Acme  Inc ,'],
  ['Coca-Cola', 'Coca Cola', 'coca‑cola', 'Coca – Cola'],
  ['AT&T', 'AT & T', 'AT&T Inc.', 'at&t'],
  ['Société Générale', 'Societe Generale', 'Société Générale S.A.', 'SOCIETE GENERALE SA'],
  ['Siemens AG', 'Siemens', 'Siemens A.G.'],
  ['Müller GmbH & Co. KG', 'Müller', 'MÜLLER GmbH & Co KG', 'Müller GmbH'],
  ['Contoso Ltd', 'Contoso Limited', 'Contoso Pvt. Ltd.', 'Contoso Private Limited', 'Contoso Pty Ltd'],
  ['Fabrikam S.A. de C.V.', 'Fabrikam SA de CV', 'Fabrikam S. de R.L. de C.V.', 'Fabrikam'],
  ['Żabka Sp. z o.o.', 'Żabka sp. z o. o.', 'Zabka'],
  ['Škoda a.s.', 'Skoda, a.s.', 'ŠKODA', 'Škoda s.r.o.'],
  ['Novo A/S', 'Novo', 'NOVO A/S'],
  ['Koç A.Ş.', 'Koc', 'Koç Ltd. Şti.'],
  ['ООО «Ромашка»', 'Ромашка', 'ООО Ромашка'],
  ['株式会社青空', '青空', '青空株式会社', '(株)青空'],
  ['Tiffany & Co.', 'Tiffany', 'Tiffany & Co', 'Tiffany and Company'],
  ['Marks and Spencer', 'Marks & Spencer', 'MARKS & SPENCER plc'],
  ["McDonald's", 'McDonald’s', 'McDonalds', 'McDonald`s Corporation'],
  ['J.P. Morgan', 'JP Morgan', 'J. P. Morgan'],
  ['Brembo S.p.A.', 'Brembo SpA', 'Brembo'],
  ['Nordwind AB (publ)', 'Nordwind AB', 'Nordwind'],
  ['Papier Lune S.à r.l.', 'Papier Lune Sàrl', 'Papier Lune SARL'],
  ['Deniz Anonim Şirketi', 'Deniz A.Ş.', 'Deniz'],
  ['Corvid®', 'Corvid™', 'Corvid'],
  ['PT Sejahtera Tbk', 'Sejahtera', 'PT. Sejahtera'],
])('%j and the others are one company', (...names) => {
  expect(new Set(names.map(companyKey)).size, names.map(companyKey).join(' | ')).toBe(1)
})

test.each([
  ['H&M', 'HM'],
  ['San Diego Zoo', 'San Diego'],
  ['Thermal Spa', 'Thermal'],
  ['IP Group', 'Group'],
  ['Disney', 'Disney+'],
  ['Inc', 'Corp'],
  ['Limited Too', 'Too'],
  ['BMW Group', 'BMW Bank'],
  ['The Company', 'The'],
  ['Shop as', 'Shop'],
])('%j and %j are two', (a, b) => {
  expect(companyKey(a)).not.toBe(companyKey(b))
})

test('every name with a letter has a key, and the key of what is chosen stays', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
      if (/\p{L}/u.test(name.normalize('NFKD'))) expect(companyKey(name)).not.toBe('')
      expect(companyKey(name.toUpperCase().toLowerCase()).length).toBeLessThan(500)
    }),
  )
})

test.each([',', ' ', ', ', ',\t', 'a ', '/ ', 'S.A. ', '(p) '])(
  '%j many times takes no longer than it should',
  (part) => {
    const name = `Acme${part.repeat(60_000 / part.length)}Works`
    expect(cpuTimeOf(() => companyKey(name))).toBeLessThan(1_000)
  },
)
