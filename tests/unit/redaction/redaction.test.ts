import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Candidate } from '@/lib/contracts/candidate'
import { guestCandidate, type ShareFields } from '@/lib/contracts/share'
import type { NamedPerson } from '@/lib/redaction/name-chunks'
import { nameScrubber } from '@/lib/redaction/name-scrub'
import { toPseudonym, toRef } from '@/lib/domain/pseudonym'
import { redactCandidate } from '@/lib/redaction/redaction'
import { foldText } from '@/lib/domain/search'
import { cpuTimeOf } from '../../cpu-time'

const called = (firstName: string | null, lastName: string | null, fullName?: string): NamedPerson => ({
  firstName,
  lastName,
  fullName: fullName ?? [firstName, lastName].filter(Boolean).join(' '),
})
const maria = called('Maria', 'Silva')
const scrubNames = (text: string, person: NamedPerson) => nameScrubber(person)(text)

describe('a guest of an anonymised link does not read the name', () => {
  test.each<[NamedPerson, string, string]>([
    [maria, 'I am Maria Silva, a marketer.', 'I am [name], a marketer.'],
    [maria, 'MARIA led it. maria did. Mária too.', '[name] led it. [name] did. [name] too.'],
    [maria, "Maria’s work, Silva's team", "[name]’s work, [name]'s team"],
    [maria, 'Silva, Maria', '[name]'],
    [maria, 'Maria\nSilva', '[name]'],
    [maria, 'Ma\u200bri\u00ada \u202eSilva\u202c!', '[name]\u202c!'],
    [maria, 'Ｍａｒｉａ　Ｓｉｌｖａ', '[name]'],
    [maria, 'M a r i a', '[name]'],
    [maria, 'find me: mariasilva, maria_silva or mariasilvadesign', 'find me: [name], [name] or [name]'],
    [maria, 'Maria J. Silva, M. Silva, Maria S.', '[name], [name], [name].'],
    [maria, 'Marías 1990, maria1990', '[name] 1990, [name]1990'],
    [called('Élodie', 'Fauvelin'), 'E\u0301lodie, ELODIE, elodie', '[name], [name], [name]'],
    [called('Jörg', 'Müllerstad'), 'Joerg Muellerstad', '[name]'],
    [called('Joerg', 'Muellerstad'), 'Jörg Müllerstad', '[name]'],
    [
      called('Anne-Marie', 'Duvalle'),
      'Anne Marie, AnneMarie, anne‑marie and Marie',
      '[name], [name], [name] and [name]',
    ],
    [called('Annemarie', 'Duvalle'), 'Anne-Marie Duvalle', '[name]'],
    [
      called('Siobhán', "O'Brannock"),
      'Siobhan O’Brannock; OBrannock; O Brannock; Brannock',
      '[name]; [name]; [name]; [name]',
    ],
    [called('Luca', "D'Angelino"), "d'angelino and D’Angelino", '[name] and [name]'],
    [
      called('Pieter', 'van der Bergen'),
      'Pieter van der Bergen drove a van; van der Bergen',
      '[name] drove a van; [name]',
    ],
    [called('María', 'Quintero', 'María del Carmen Quintero'), 'María del Carmen spoke', '[name] spoke'],
    [called('Ayşe', 'Yıldızoğlu'), 'AYSE YILDIZOGLU, Ayşe’nin', '[name], [name]’nin'],
    [called('Иван', 'Петровский'), 'Ивана Петровского знают, иван', '[name] знают, [name]'],
    [called('Ελένη', 'Παπαδάκου'), 'ΕΛΕΝΗ Παπαδακου', '[name]'],
    [called('小明', '王', '王小明'), '我叫王小明,小明很好。姓王', '我叫[name],[name]很好。姓王'],
    [called(null, null, '王小明'), '小明', '[name]'],
    [called('伟', '王', '王伟'), '王伟 王 伟 伟大', '[name] 伟大'],
    [called('さくら', '田辺'), '田辺さくらです。さくらさん', '[name]です。[name]さん'],
    [called('マリ', 'シルバ'), 'マリ・シルバ、サマリー', '[name]、サマリー'],
    [
      called('지민', '김', '김지민'),
      '저는 김지민입니다. 지민이가 김 지민 김치',
      '저는 [name]입니다. [name]이가 [name] 김치',
    ],
    [called('أحمد', 'الشمري'), 'احمد الشمّري وأحمد والشمري شمري', '[name]'],
    [called('יעל', 'לבנוני'), 'אני יעל ויעל', 'אני [name]'],
    [called('नीता', 'वर्माकर'), 'मैं नीता वर्माकर हूँ, नेता', 'मैं [name] हूँ, नेता'],
    [called('สมหญิง', 'ใจดีงาม'), 'ฉันชื่อสมหญิงทำงาน', 'ฉันชื่อ[name]ทำงาน'],
    [called('Ánh', 'Nguyễn', 'Nguyễn Thị Ánh'), 'Nguyen Thi Anh', '[name]'],
    [called('Maria', 'Silva, PhD', 'Dr Maria Silva, PhD'), 'PhD with Dr Silva', 'PhD with Dr [name]'],
    [called('Robert (Bob)', 'Ashdown'), 'ashdown or Bob', '[name] or [name]'],
    [
      { ...called('Иван', 'Петровский'), publicIdentifier: 'ivan-petrovsky-77' },
      'Ivan Petrovsky, ivan-petrovsky-77',
      '[name], [link]',
    ],
  ])('%j in %j', (person, text, left) => {
    expect(scrubNames(text, person)).toBe(left)
  })
})

describe('names are found by how they are built', () => {
  test.each<[NamedPerson, string, string]>([
    [called('נועה', 'הר־זהבי'), 'נועה הר־זהבי', '[name]'],
    [called('Юлия', 'Соколова'), 'Юлии Соколовой', '[name]'],
    [called('Carla', 'Hart'), 'I drew a chart. C. Hart, hart', 'I drew a chart. [name], [name]'],
    [called('Li', 'Wei'), 'Li Wei on li-ion; LI WEI; liwei', '[name] on li-ion; [name]; [name]'],
    [called('Robert', 'Link'), 'Robert Link [link]', '[name] [link]'],
    [called('Jean-Pierre', "de l'Aubépine"), "J.-P. de l'Aubépine, l’Aubépine", '[name], [name]'],
    [called('Ibrahim', 'al-Fayoumi'), 'Ibrahim Al Fayoumi, AlFayoumi', '[name], [name]'],
    [called('Mary Ann', 'St. Claire'), 'Mary Ann St Claire; Maryann', '[name]; [name]'],
    [called('LinkedIn', 'Member'), 'A team member on LinkedIn', 'A team member on LinkedIn'],
    [maria, 'Mar-\nia, m.a.r.i.a, m_s_silva', '[name], [name], [name]'],
    [maria, '𝑴𝒂𝒓𝒊𝒂 𝕊𝕚𝕝𝕧𝕒', '[name]'],
  ])('%j in %j', (person, text, left) => {
    expect(scrubNames(text, person)).toBe(left)
  })
})

describe('a name that is also a word goes where it is used as a name', () => {
  test.each<[NamedPerson, string, string]>([
    [called('Mark', 'Ashdown'), 'Marketing is Mark’s mark', 'Marketing is [name]’s mark'],
    [called('Will', 'Ashdown'), 'I will. Will did. will ashdown', 'I will. [name] did. [name]'],
    [
      called('Hope', 'Young'),
      'hope young; Young, Hope; with hope for the young',
      '[name]; [name]; with hope for the young',
    ],
    [called('Grace', 'Ashdown'), 'my name is grace, graceful', 'my name is [name], graceful'],
    [called('Ai', 'Tanabe'), 'AI engineer, Ai, ai', 'AI engineer, [name], ai'],
    [called('Jack', 'Ma'), 'Jack Ma has an MA', '[name] has an MA'],
    [called('Al', 'Ashdown'), 'Al went to al dente', '[name] went to al dente'],
  ])('%j in %j', (person, text, left) => {
    expect(scrubNames(text, person)).toBe(left)
  })
})

describe('initials go where a text is signed, and stay in a sentence', () => {
  const paula = called('Paula', 'Millbrook')
  test.each<[NamedPerson, string, string]>([
    [called('Maria', 'Kestner'), 'Happy to talk.\nBest, M.K.', 'Happy to talk.\nBest, [name]'],
    [called('Maria', 'Kestner'), 'Happy to talk — MK', 'Happy to talk — [name]'],
    [called('Maria', 'Kestner'), 'Viele Grüße\nmk', 'Viele Grüße\n[name]'],
    [called('Maria', 'Kestner'), 'Thanks,\nM', 'Thanks,\n[name]'],
    [called('Maria', 'Kestner'), 'I can start.\nMK', 'I can start.\n[name]'],
    [called('Hope', 'Kestner'), 'thanks, hope', 'thanks, [name]'],
    [
      paula,
      'I was a PM at a bank. As PM I led; the PM left.',
      'I was a PM at a bank. As PM I led; the PM left.',
    ],
    [paula, 'I worked as a PM', 'I worked as a PM'],
    [called('Ida', 'Ashdown'), 'So do I', 'So do I'],
    [called('Jane', 'Smithson'), 'J. Smithson, Jane S., J.R. Smithson', '[name], [name]., [name]'],
  ])('%j in %j', (person, text, left) => {
    expect(scrubNames(text, person)).toBe(left)
  })
})

describe('addresses and numbers that lead to someone go', () => {
  test.each([
    ['write to ms@mail.example.org.', 'write to [contact].'],
    ['ms [at] example.org', '[contact]'],
    ['@thatmarketer on most', '[contact] on most'],
    ['see https://example.org/in/x_(y)?z=1, and www.example.org!', 'see [link], and [link]!'],
    ['linkedin.com/in/some-one-4a1b', '[link]'],
    ['portfolio: someone.design.', 'portfolio: [link].'],
    ['Call +49 170 123 45 67 or (020) 7946-0018', 'Call [contact] or [contact]'],
    ['06 12 34 56 78; 555-123-4567; tel. 555 1234', '[contact]; [contact]; tel. [contact]'],
    ['٠٦١٢٣٤٥٦٧٨', '[contact]'],
    ['Skype: some.one', 'Skype: [contact]'],
  ])('%j', (text, left) => {
    expect(scrubNames(text, maria)).toBe(left)
    expect(scrubNames(text, called(null, null, ''))).toBe(left)
  })

  test.each([
    '2019 - 2023, 01/2020 - 03/2021, 2020-03-01',
    '2,300 to 12 000 000 users, €40k, 112 % of 1.200.000',
    'Node.js, ASP.NET, Ph.D., B.Tech, CI/CD, e.g. and/or, i.e. 24/7',
    'I led the team.It was good. 5 @ 10',
    'Director: growth; 1. one\n2. two\n10. ten',
    '',
    ' \n\t ',
  ])('%j stays', (text) => {
    expect(scrubNames(text, maria)).toBe(text)
  })
})

const people: NamedPerson[] = [
  maria,
  called('Élodie', 'Fauvelin'),
  called('Anne-Marie', "O'Brannock"),
  called('Łucja', 'Żółtopolska'),
  called('Pieter', 'van der Bergen'),
  called('Иван', 'Петровский'),
  called('Ελένη', 'Παπαδάκου'),
  called('小明', '王', '王小明'),
  called('さくら', '田辺', '田辺 さくら'),
  called('지민', '김', '김지민'),
  called('أحمد', 'الشمري'),
  called('יעל', 'לבנוני'),
  called('नीता', 'वर्माकर'),
  called('สมหญิง', 'ใจดีงาม'),
]
const ownWords = (person: NamedPerson) =>
  ([person.firstName, person.lastName].join(' ').match(/[\p{L}\p{M}]+/gu) ?? []).filter(
    (part) => [...part].length >= 2 && !['van', 'der'].includes(part),
  )
const seen = (text: string) => foldText(text.replace(/\p{Default_Ignorable_Code_Point}/gu, ''))
const spaceless = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Hangul}\p{sc=Thai}]/u

const decorations: ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => name.normalize('NFD'),
  (name) => (/\p{sc=Latin}/u.test(name) ? name.normalize('NFD').replace(/\p{M}/gu, '') : name),
  (name) => name.replaceAll('-', ' '),
  (name) => name.replaceAll('-', '‑').replaceAll("'", '’'),
  (name) => [...name].join('\u200b'),
  (name) => [...name].join('\u2060'),
  (name) => `\u202e${name}\u202c`,
  (name) => name.replaceAll(' ', '\n'),
  (name) => name.replaceAll(' ', '\u00a0 '),
  (name) => `“${name}”`,
  (name) => `(${name})`,
  (name) => `${name}’s`,
  (name) => `*${name}*,`,
  (name) => `#${name}!`,
]
const filler = fc.constantFrom(
  'I grew sign-ups',
  'Head of Growth',
  'market',
  'ideas & plans;',
  'я работаю',
  'εργάζομαι',
  '工作',
  '경력',
  '12 %',
  '\n',
  '🙂',
  '[name]',
  '\ud800',
  '\u0000',
)
const personAndText = fc.constantFrom(...people).chain((person) => {
  const name = fc.constantFrom(
    ...ownWords(person),
    `${person.firstName} ${person.lastName}`,
    `${person.lastName}, ${person.firstName}`,
    person.fullName ?? '',
  )
  const decorated = fc.tuple(name, fc.constantFrom(...decorations)).map(([text, decorate]) => decorate(text))
  return fc.record({
    person: fc.constant(person),
    text: fc
      .array(fc.oneof(filler, decorated), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.join(' ')),
  })
})

test('no part of a name is left as a word, however it is decorated', () => {
  fc.assert(
    fc.property(personAndText, ({ person, text }) => {
      const left = seen(scrubNames(text, person))
      const words = new Set(left.match(/\p{L}+/gu) ?? [])
      for (const part of ownWords(person).map(seen)) {
        expect(spaceless.test(part) ? left.includes(part) : words.has(part)).toBe(false)
      }
    }),
    { numRuns: 1000 },
  )
})

const any = fc.string({
  unit: fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)),
  maxLength: 40,
})

test('scrubbing twice is scrubbing once', () => {
  fc.assert(
    fc.property(personAndText, any, ({ person, text }, more) => {
      const once = scrubNames(text + more, person)
      expect(scrubNames(once, person)).toBe(once)
    }),
    { numRuns: 500 },
  )
})

test('a text without the name stays as it was, to the last byte', () => {
  const parts = fc.constantFrom(
    ...[
      'Grew',
      'organic',
      'sign‑ups',
      'of 400;',
      'to',
      'to 2,300;',
      '—',
      'ﬁnance',
      'e\u0301t\u00e9',
      'Саратов',
      '东京',
    ],
    ...[
      '\n',
      '\t',
      '🙂',
      '👩‍👩‍👧',
      '\ud800',
      '\u0000',
      '\u200b',
      '(PM)',
      'As I am',
      'A team',
      'Marketing',
      '[name]',
      'नमस्ते',
      'ٱلسَّلَامُ',
    ],
  )
  fc.assert(
    fc.property(fc.constantFrom(...people), fc.array(parts, { maxLength: 12 }), (person, words) => {
      const text = words.join(' ')
      expect(scrubNames(text, person)).toBe(text)
    }),
    { numRuns: 1000 },
  )
})

test('a name inside a longer word leaves the word whole', () => {
  const short = fc.constantFrom('Mark', 'Hern', 'Tomas', 'Lind')
  const letters = fc.string({ unit: fc.constantFrom(...'bcdfgk'), minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(short, letters, letters, (name, before, after) => {
      const text = `${name}${after} ${before}${name.toLowerCase()} ${before}${name}${after}`
      expect(scrubNames(text, called(name, 'Quillfeather'))).toBe(text)
    }),
  )
})

test('no name and no text make it throw', () => {
  fc.assert(
    fc.property(any, any, any, any, (firstName, lastName, fullName, text) => {
      const scrub = nameScrubber({ firstName, lastName, fullName, publicIdentifier: fullName })
      expect(scrub(scrub(text))).toBe(scrub(text))
    }),
    { numRuns: 1000 },
  )
})

describe('no text takes longer than its length', () => {
  const size = 100_000
  test.each([
    ['a', 'a'],
    ['a name', 'Maria Silva and others, '],
    ['dots', 'a.'],
    ['at signs', 'a@'],
    ['spelled-out at signs', 'a(at)'],
    ['addresses', 'x.io/:'],
    ['schemes', 'http://'],
    ['services', 'ig:'],
    ['digits', '1 '],
    ['digits far apart', `1${' '.repeat(999)}`],
    ['lines', 'M\n'],
    ['letters', 'M '],
    ['hyphens', '-'],
    ['closings', 'best, '],
    ['zalgo', '\u0301\u0316'],
    ['kana marks', '\u3099\u0316'],
    ['unseen characters', '\u200b'],
    ['lone surrogates', '\ud800'],
    ['NUL', '\u0000'],
    ['Han', '王小'],
    ['Arabic', 'ﷺ '],
    ['brackets', '['],
    ['white space', ' '],
  ])('%s', (_, piece) => {
    const text = `M${piece.repeat(size / piece.length)} Silva`
    const scrub = nameScrubber({ ...maria, publicIdentifier: 'maria-silva-4a1b' })
    // A tenth of a second is what it may take, the rest is for a slow machine; squared, it would be minutes.
    expect(cpuTimeOf(() => expect(scrub(text).endsWith('Silva')).toBe(false))).toBeLessThan(3_000)
  })
})

const anyBytes = fc.uint8Array({ minLength: 10, maxLength: 32 })

test('a pseudonym is two words and a number, the same for the same bytes', () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      expect(toPseudonym(bytes)).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+ \d{1,2}$/)
      expect(toPseudonym(Uint8Array.from([0, ...bytes]).subarray(1))).toBe(toPseudonym(bytes))
    }),
  )
  expect(() => toPseudonym(new Uint8Array(7))).toThrow(RangeError)
})

test('a ref is sixteen safe characters, and other bytes give another one', () => {
  fc.assert(
    fc.property(anyBytes, anyBytes, (one, other) => {
      expect(toRef(one)).toMatch(/^[0-9a-hj-km-np-tv-z]{16}$/)
      const same = one.slice(0, 10).join() === other.slice(0, 10).join()
      expect(toRef(one) === toRef(other)).toBe(same)
    }),
  )
  expect(() => toRef(new Uint8Array(9))).toThrow(RangeError)
})

const candidate: Candidate = {
  applicationId: '26000000042',
  position: 41,
  rating: 'GOOD_FIT',
  isTopChoice: true,
  topChoiceMessage: 'MESSAGE I am Maria, see linkedin.com/in/maria-silva-4a1b or maria-silva-4a1b.\nBest, MS',
  firstName: 'Maria',
  lastName: 'Silva',
  fullName: 'Maria Silva',
  headline: 'Maria Silva | Head of Growth',
  publicIdentifier: 'maria-silva-4a1b',
  profileUrl: 'https://www.linkedin.com/in/maria-silva-4a1b',
  location: 'Lisbon, Portugal',
  experiences: [
    {
      title: 'Founder, Silva Studio',
      company: 'Silva & Sons',
      companyUrl: 'https://www.linkedin.com/company/silva-sons/',
      dateRange: '1/2020 - Present',
      description: 'DESCRIPTION of what Maria did',
      start: { y: 2020, m: 1 },
      end: null,
      current: true,
      months: 76,
      monthsMax: 76,
    },
    {
      title: 'Growth Marketer',
      company: 'Cantina Maria',
      companyUrl: null,
      dateRange: '2017 - 2019',
      description: null,
      start: { y: 2017, m: null },
      end: { y: 2019, m: null },
      current: false,
      months: 14,
      monthsMax: 36,
    },
  ],
  totalMonths: 90,
  totalMonthsMax: 112,
  asOf: { y: 2026, m: 4 },
  education: [],
  appliedAt: null,
  unreadable: false,
  firstSeenAt: '2026-04-01T10:35:00.000Z',
  goneAt: null,
}
const everything: ShareFields = {
  names: true,
  message: true,
  descriptions: true,
  profileLinks: true,
  notes: true,
}
const marks = { ref: 'refrefrefrefrefr', pseudonym: 'Copper Heron 27' }
const redacted = (fields: Partial<ShareFields>) =>
  redactCandidate(candidate, { ...everything, ...fields }, marks)

test('a guest who may see everything gets the words as written, under the link’s own key', () => {
  const guest = redacted({})
  expect(guest).toMatchObject({
    ref: marks.ref,
    pseudonym: null,
    fullName: 'Maria Silva',
    topChoiceMessage: candidate.topChoiceMessage,
    profileUrl: candidate.profileUrl,
    experiences: candidate.experiences,
  })
})

test('without names, who it is has left every text and the career is still there', () => {
  const guest = redacted({ names: false })
  expect(guest).toMatchObject({
    pseudonym: 'Copper Heron 27',
    fullName: null,
    firstName: null,
    lastName: null,
    profileUrl: null,
    headline: '[name] | Head of Growth',
    topChoiceMessage: 'MESSAGE I am [name], see [link] or [link].\nBest, [name]',
    location: 'Lisbon, Portugal',
    totalMonths: 90,
  })
  expect(guest.experiences).toMatchObject([
    {
      title: 'Founder, [name] Studio',
      company: '[name] & Sons',
      companyUrl: null,
      dateRange: '1/2020 - Present',
      description: 'DESCRIPTION of what [name] did',
      months: 76,
    },
    { company: 'Cantina Maria', dateRange: '2017 - 2019' },
  ])
})

test('a company called like their given name keeps it, one with more of their name does not', () => {
  const companyOf = (company: string, names: Partial<Candidate> = {}) => {
    const experiences = candidate.experiences.slice(0, 1).map((job) => ({ ...job, company }))
    const fields = { ...everything, names: false }
    return redactCandidate({ ...candidate, ...names, experiences }, fields, marks).experiences[0]?.company
  }
  expect(companyOf('Maria Studio')).toBe('Maria Studio')
  expect(companyOf('Studio Maria')).toBe('Studio Maria')
  expect(companyOf('Maria Silva Studio')).toBe('[name] Studio')
  expect(companyOf('Maria Silva Studio', { firstName: 'Maria Silva', lastName: null })).toBe('[name] Studio')
})

test('a rating the provider has not documented is not sent as it is written', () => {
  const rated = (rating: string | null) => redactCandidate({ ...candidate, rating }, everything, marks).rating
  expect([rated('Maria is great'), rated(''), rated(null)]).toEqual([null, null, null])
  expect([rated('MAYBE'), rated('UNRATED')]).toEqual(['MAYBE', 'UNRATED'])
})

test('with names but without profile links, the profile’s address has left the texts as well', () => {
  const guest = redacted({ profileLinks: false })
  expect(guest.topChoiceMessage).toBe('MESSAGE I am Maria, see [link] or [link].\nBest, MS')
  expect(guest.fullName).toBe('Maria Silva')
})

test('whatever is chosen, what is hidden is nowhere in what is sent', () => {
  const choice = fc.record({
    names: fc.boolean(),
    message: fc.boolean(),
    descriptions: fc.boolean(),
    profileLinks: fc.boolean(),
    notes: fc.boolean(),
  })
  const place = fc.constantFrom('headline', 'topChoiceMessage', 'title', 'description') as fc.Arbitrary<
    'headline' | 'topChoiceMessage' | 'title' | 'description'
  >
  fc.assert(
    fc.property(
      choice,
      place,
      personAndText,
      fc.stringMatching(/^[a-z]{4}[0-9]{4}$/),
      (fields, at, { person, text }, tail) => {
        const publicIdentifier = `zq-${tail}`
        const long = `${text} in/${publicIdentifier} https://example.org/in/${publicIdentifier}?a=1 ${text}`
        const [job] = candidate.experiences
        const theirs: Candidate = {
          ...candidate,
          ...person,
          applicationId: '99887766554433',
          publicIdentifier,
          profileUrl: `https://example.org/in/${publicIdentifier}`,
          topChoiceMessage: `MESSAGE ${at === 'topChoiceMessage' ? long : ''}`,
          headline: at === 'headline' ? long : null,
          experiences: job
            ? [
                {
                  ...job,
                  title: at === 'title' ? long : null,
                  description: `DESCRIPTION ${at === 'description' ? long : ''}`,
                },
              ]
            : [],
        }
        const guest = redactCandidate(theirs, fields, marks)
        expect(guestCandidate.parse(guest)).toEqual(guest)
        const sent = JSON.stringify(guest)
        expect(sent).not.toContain('99887766554433')
        expect(sent).not.toContain('firstSeenAt')
        expect(sent).not.toContain('position')
        if (!fields.message) expect(sent).not.toContain('MESSAGE')
        if (!fields.descriptions) expect(sent).not.toContain('DESCRIPTION')
        if (!fields.names || !fields.profileLinks) {
          expect(sent).not.toContain(publicIdentifier)
          expect(sent).not.toContain('/company/')
        }
        if (fields.names) return
        const words = new Set(seen(sent).match(/\p{L}+/gu) ?? [])
        for (const part of ownWords(person).map(seen)) expect(words.has(part)).toBe(false)
      },
    ),
    { numRuns: 500 },
  )
})
