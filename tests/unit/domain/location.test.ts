import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText } from '@/lib/domain/search'
import { getCountry, locationParts, noCountry, placeParts } from '@/lib/domain/location'

test.each([
  [null, []],
  ['', []],
  [' , ,', []],
  ['Remote', ['remote']],
  ['Paris, Île-de-France, France', ['paris', 'ile-de-france', '=FR']],
  ['Singapore, Singapore', ['singapore', '=SG']],
  ['İstanbul, Türkiye', ['istanbul', '=TR']],
  ['القاهرة، مصر', ['cairo', '=EG']],
  ['東京都、日本', ['tokyo', '=JP']],
  ['上海，中国', ['shanghai', '=CN']],
])('%j is found under %j', (written, parts) => {
  expect(locationParts(written)).toEqual(parts)
})

test('every part is distinct, and found again when it is chosen', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'É', ',', '،', ' ', 'ß', '\u0301', '京') }),
      (whole) => {
        const parts = locationParts(whole)
        expect(new Set(parts).size).toBe(parts.length)
        for (const { written, key, isCountry } of placeParts(whole)) {
          const chosen = isCountry || locationParts(written)[0] === key ? written : `${written}${noCountry}`
          expect(locationParts(chosen)).toEqual([key])
        }
      },
    ),
  )
})

test.each([
  ['Paris, Île-de-France, France', '=FR'],
  ['Barcelona, Cataluña, España', '=ES'],
  ['İstanbul, Türkiye', '=TR'],
  ['القاهرة، مصر', '=EG'],
  ['東京都、日本', '=JP'],
  ['台北, 台灣', '=TW'],
  ['香港', '=HK'],
  ['Berlin, Federal Republic of Germany', '=DE'],
  ['Austin, Texas, United States', '=US'],
  ['Singapore', '=SG'],
  ['Bengaluru, Karnataka, india', '=IN'],
  ['Granada', null],
  ['Albuquerque, New Mexico', null],
  ['San Francisco Bay Area', null],
  ['France, somewhere', null],
  ['Remote', null],
  ['', null],
  [null, null],
])('the country of %j is %j', (written, country) => {
  expect(getCountry(written)).toBe(country)
})

test.each([
  [
    'paris',
    [
      'Greater Paris Metropolitan Region',
      'Paris Area, France',
      'Région de Paris, France',
      'Paris, Île-de-France, France',
    ],
  ],
  [
    'munchen',
    ['Großraum München', 'München und Umgebung', 'München, Bayern, Deutschland', 'Metropolregion München'],
  ],
  ['buenos aires', ['Gran Buenos Aires', 'Buenos Aires, Argentina', 'Área Metropolitana de Buenos Aires']],
  [
    'sao paulo',
    ['São Paulo e Região', 'Grande São Paulo', 'Região Metropolitana de São Paulo', 'São Paulo, Brasil'],
  ],
  ['london', ['Greater London, England, United Kingdom', 'London Area, United Kingdom', 'London, UK']],
  ['san francisco', ['San Francisco Bay Area', 'San Francisco, California, United States']],
  ['new york', ['New York City Metropolitan Area', 'Greater New York City Area', 'New York, United States']],
  ['madrid', ['Madrid y alrededores', 'Greater Madrid Metropolitan Area', 'Madrid, España']],
  ['milano', ['Milano e dintorni', 'Città metropolitana di Milano', 'Milano, Lombardia, Italia']],
  ['amsterdam', ['Amsterdam en omgeving', 'Regio Amsterdam', 'Amsterdam Area']],
  ['warsaw', ['Warszawa i okolice', 'Warszawa, Polska']],
  ['berlin', ['Metropolregion Berlin/Brandenburg', 'Großraum Berlin', 'Berlin, Deutschland']],
  [
    'bengaluru',
    ['Bangalore Urban, Karnataka, India', 'Bengaluru Urban, Karnataka, India', 'Bengaluru, India'],
  ],
  ['stockholm', ['Storstockholm', 'Stockholm, Sverige']],
  ['istanbul', ['İstanbul ve çevresi', 'Greater Istanbul', 'İstanbul, Türkiye']],
])('%s is one city', (city, written) => {
  for (const location of written) expect(locationParts(location)[0], location).toBe(city)
})

test.each([
  'Paris (Île-de-France), France',
  'Paris [75], France',
  'Paris (Remote)',
  'Greater Paris (hybrid), France',
  'Paris（巴黎）, France',
  'Paris(75), France',
])('%s is Paris, whatever stands in brackets', (location) => {
  expect(locationParts(location)[0]).toBe('paris')
})

test.each([
  ['vienna', ['Wien, Österreich', 'Vienna, Austria', 'Vienne, Autriche', 'Großraum Wien', 'Вена', 'Wiedeń']],
  ['prague', ['Praha', 'Prag, Tschechien', 'Prague, Czech Republic', 'Praga, Chequia', 'プラハ']],
  ['rome', ['Roma, Italia', 'Rom', 'Rzym, Włochy', 'Città metropolitana di Roma', '罗马']],
  ['copenhagen', ['København', 'Kopenhagen', 'Copenhague', 'Köpenhamn, Danmark']],
  ['shanghai', ['Shanghai', '上海市, 中国', '上海']],
  ['kyiv', ['Київ, Україна', 'Kiev', 'Kiew, Ukraine', 'Kijów']],
  ['brussels', ['Bruxelles, Belgique', 'Brussel', 'Brüssel', 'Brussels Metropolitan Area']],
])('%s is one city in every language', (city, written) => {
  for (const location of written) expect(locationParts(location)[0], location).toBe(city)
})

test.each([
  ['Vienne, Auvergne-Rhône-Alpes, France', 'vienne'],
  ['Roma, Texas, United States', 'roma'],
  ['Roma, Texas', 'roma'],
  ['Praga, Warszawa, Polska', 'praga'],
  ['Dunaj, Polska', 'dunaj'],
])('%s is no city of another country that is called so', (location, key) => {
  expect(locationParts(location)[0]).toBe(key)
})

test.each([
  'Greater Noida',
  'Grand Rapids',
  'Gran Canaria',
  'Grande Prairie',
  'Bay Area',
  'Región de Murcia',
  'Moscow Region',
  'European Economic Area',
  '大阪府',
  'Local Area',
])('%s is no surroundings of another place', (place) => {
  expect(locationParts(place)).toEqual([foldText(place)])
})

test.each([
  ['=DE', ['Germany', 'Deutschland', 'Allemagne', 'Alemania', 'Германия', '德国', 'Niemcy', 'جرمنی']],
  ['=TR', ['Turkey', 'Türkiye', 'Turquie', 'Türkei']],
  ['=GB', ['United Kingdom', 'UK', 'Royaume-Uni', 'Great Britain']],
  ['=US', ['United States', 'USA', 'États-Unis', 'EE. UU.', 'Vereinigte Staaten']],
  ['=GE', ['Tbilisi, Georgia', 'Georgia', 'Tiflis, Georgien', 'Тбилиси, Грузия']],
])('%s in every language', (key, written) => {
  for (const location of written) expect(getCountry(location), location).toBe(key)
})

test('a state is no country, and what can be either is none', () => {
  expect(locationParts('Atlanta, Georgia, United States')).toEqual(['atlanta', 'georgia', '=US'])
  expect(getCountry('Atlanta, Georgia')).toBe(null)
  expect(locationParts(`Georgia${noCountry}`)).toEqual(['georgia'])
})
