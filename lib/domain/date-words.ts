import { foldDateText } from './date-text'

// The languages in which the network shows and takes profiles, their neighbours, and the official variants whose month
// names differ. Without Croatian and its relatives: their listopad is October, that of Czechs and Poles November.
const languages = (
  'ar ar-LB ar-DZ ar-MA bg bn cs da de de-AT el en en-GB es et fa fi fil fr fr-CA he hi hu id it ja ko lt lv mr ms nb nl pa pl pt pt-PT ro ru sk sv te th tl tr uk ur vi ' +
  'zh-Hans zh-Hant'
).split(' ')

const everyMonth = Array.from({ length: 12 }, (_, at) => at)
const gregorian = (language: string) => `${language}-u-ca-gregory-nu-latn`

const surroundings = [{}, { year: 'numeric' }, { year: 'numeric', day: 'numeric' }] as const

/** The names that CLDR gives a month, alone and within a date: Polish has `styczeń` and `stycznia`. */
const cldrMonthNames: (readonly [name: string, month: number])[] = languages.flatMap((language) =>
  (['long', 'short'] as const).flatMap((month) =>
    surroundings.flatMap((around) => {
      const format = new Intl.DateTimeFormat(gregorian(language), { month, timeZone: 'UTC', ...around })
      return everyMonth.flatMap((at) =>
        format
          .formatToParts(Date.UTC(2020, at, 15))
          .flatMap(({ type, value }) => (type === 'month' ? [[value, at + 1] as const] : [])),
      )
    }),
  ),
)

// Usual short forms that CLDR does not list, January to December; folded when they are added.
const commonShortForms = [
  'janv jän gen яну',
  'fev fevr febr feber',
  'mrz mrt marc',
  'avr',
  'mag',
  'giu',
  'juil lug',
  'ago aug',
  'sept set sett wrz септ',
  'okt ott out paz',
  'nov lis ное',
  'dec dez dic grud',
]

// Older spellings, and slips of English that can mean no other month; in the same order.
const commonMisspellings = [
  'জানুয়ারী janaury janurary januray januarry',
  'ফেব্রুয়ারী febuary feburary febraury febrary febrauary',
  'marhc',
  'apirl aprill',
  '',
  '',
  '',
  'agust augst auguest',
  'setember septmber septemeber sepetember septembar',
  'octomber ocotber octuber octobar',
  'novemeber novemebr novmber novembar',
  'decemeber decemebr decmber decembar',
]

const withoutDot = (name: string) => name.replace(/[.॰'׳]+$/u, '')

function readMonthNames(): Map<string, number> {
  const usual = [commonShortForms, commonMisspellings].flatMap((list) =>
    list.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
  )
  const meanings = new Map<string, Set<number>>()
  for (const [name, month] of [...cldrMonthNames, ...usual]) {
    const folded = withoutDot(foldDateText(name))
    // Numbers are read as numbers: in some languages the name is `1月` or `Tháng 1`.
    if (/\d/.test(folded) || folded.length < 2) continue
    meanings.set(folded, (meanings.get(folded) ?? new Set()).add(month))
  }
  // A name that is one month here and another there tells nothing.
  return new Map(
    [...meanings].flatMap(([name, [first, ...others]]) =>
      first !== undefined && others.length === 0 ? [[name, first] as const] : [],
    ),
  )
}

/** Month numbers, 1…12, by folded name, in every language of the network. Source: CLDR, through `Intl`. */
export const monthNumbers: ReadonlyMap<string, number> = readMonthNames()

const cldrUnits = languages.flatMap((language) =>
  (['long', 'short', 'narrow'] as const).flatMap((unitDisplay) =>
    ['year', 'month'].flatMap((unit) => {
      const format = new Intl.NumberFormat(`${language}-u-nu-latn`, { style: 'unit', unit, unitDisplay })
      return [1, 2, 3, 5, 11].flatMap((count) =>
        format.formatToParts(count).flatMap(({ type, value }) => (type === 'unit' ? value : [])),
      )
    }),
  ),
)
const commonUnits = 'y yr yrs m mo mos mth mths année années jahre jahren monaten éve'.split(' ')

/** Folded words for years and months in lengths such as `3 yrs 2 mos`. Source: CLDR, through `Intl`. */
export const lengthUnits: readonly string[] = [
  ...new Set([...cldrUnits, ...commonUnits].map((unit) => withoutDot(foldDateText(unit)))),
].filter((unit) => unit !== '')

/** Words before a length that make it shorter. */
export const lessThan: readonly string[] =
  "less than|under|moins de|moins d'|weniger als|menos de|meno di|meno di un|minder dan|mindre än|mindre end|mindre enn|mniej niż|méně než|kevesebb mint|mai puțin de|меньше|менее|менш як|менше|kurang dari|dưới|alle"
    .split('|')
    .map(foldDateText)

/** What CLDR calls this moment and this day, in every language. */
const cldrPresent = languages.flatMap((language) => {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  return [relative.format(0, 'second'), relative.format(0, 'day')]
})

const list = (text: string) => text.split('|').map(foldDateText)

/** Words and phrases for a job that has not ended. CLDR has none of its own for them. */
export const presentWords: readonly string[] = [
  ...cldrPresent.map(foldDateText),
  ...list(
    'present|present day|the present|presently|at present|current|currently|currently employed|currently working|current position|current role|current job',
  ),
  ...list(
    'ongoing|to date|to-date|todate|till date|till-date|tilldate|tillnow|until date|till now|until now|up to now|as of now|so far|still employed',
  ),
  ...list('still working|still here|continuing|til date|til now|untill now|untill date|untill present'),
  ...list('presnt|pesent|presant|prsent|presnet|curent|currrent|currenlty'),
  ...list(
    "à ce jour|ce jour|en cours|actuel|actuelle|actuellement|présent|à présent|en poste|poste actuel|jusqu'à aujourd'hui|aujourd hui|aujourdhui",
  ),
  ...list(
    'aktuell|gegenwart|gegenwärtig|laufend|derzeit|dato|bis dato|momentan|andauernd|fortlaufend|zurzeit|zur zeit|noch heute',
  ),
  ...list(
    'actualidad|la actualidad|en la actualidad|actual|actualmente|presente|el presente|al presente|la fecha|a la fecha|en curso',
  ),
  ...list('vigente|hoy en día|el día de hoy'),
  ...list('in corso|attuale|attualmente|tuttora|adesso|al momento|ad oggi|oggi'),
  ...list(
    'atual|atualmente|o momento|no momento|momento|a data|em curso|em andamento|o presente|presentemente|data atual',
  ),
  ...list('heden|huidig|huidige|lopend|tegenwoordig|momenteel|het heden'),
  ...list('obecnie|dziś|dzisiaj|aktualnie|chwili obecnej|obecny|trwa|nadal'),
  ...list('současnost|současnosti|současně|dosud|nyní|současná doba'),
  ...list(
    'doteraz|súčasnosť|súčasnosti|dodnes|danas|do danas|trenutno|sadašnjost|danes|do danes|trenutno zaposlen',
  ),
  ...list('данас|до данас|тренутно|садашњост|сега|до сега|досега|понастоящем|настоящия момент|днес'),
  ...list('praegu|tänaseni|käesolev|pašlaik|tagad|līdz šim|šobrīd|dabar|iki dabar|iki šiol|šiuo metu'),
  ...list('halen|hâlâ|günümüz|günümüze|günümüze kadar|devam ediyor|şu an|şu anda|hâlihazırda|devam'),
  ...list(
    'nuvarande|pågående|tills vidare|nutid|nuværende|igangværende|dags dato|nåværende|idag|i dag|fortsatt',
  ),
  ...list('nykyhetki|nykyinen|nykyään|toistaiseksi|jatkuu|meneillään|tähän päivään'),
  ...list('prezent|în prezent|curent|actual|actualmente|astăzi|la zi'),
  ...list(
    'настоящее время|по настоящее время|наст. время|настоящее|н.в.|н. в.|текущее время|сей день|сих пор|текущий момент',
  ),
  ...list(
    'дотепер|теперішній час|даний час|цей час|наш час|нині|досі|тепер|сьогодення|поточний час|теперішнього часу',
  ),
  ...list('παρόν|το παρόν|έως σήμερα|μέχρι σήμερα|ως σήμερα|μέχρι τώρα'),
  ...list('jelenleg|jelen|jelenlegi|jelenleg is|napjainkig|folyamatban|mai napig|máig|mostanáig'),
  ...list('saat ini|sekarang|kini|masa kini|hari ini|semasa|sehingga kini|sampai saat ini|sampai sekarang'),
  ...list('hiện tại|hiện nay|nay|bây giờ|đến nay'),
  ...list('ปัจจุบัน|จนถึงปัจจุบัน|ถึงปัจจุบัน|ขณะนี้|ตอนนี้'),
  ...list('현재|현재까지|재직중|재직 중|재직|지금까지'),
  ...list('至今|现在|現在|目前|迄今|当前|當前|在职|在職|今|到现在|至现在|至目前|现今'),
  ...list('現在に至る|現在まで|現職|在職中|在籍中|継続中'),
  ...list(
    'حتى الآن|إلى الآن|الوقت الحالي|الوقت الحاضر|الحاضر|حاليا|الحالي|حتى الوقت الحالي|تاريخه|حتى تاريخه|مستمر',
  ),
  ...list('כיום|עד היום|נוכחי|הווה|ההווה|כעת|עד עתה|עד כה'),
  ...list('वर्तमान|वर्तमान में|अब तक|अभी|अभी तक|मौजूदा|जारी|सध्या|आजपर्यंत|आतापर्यंत|चालू'),
  ...list('موجودہ|تاحال|اب تک|ابھی|ابھی تک|حال|اکنون|تاکنون|هم اکنون|حال حاضر|در حال حاضر|الان'),
  ...list('বর্তমান|এখন পর্যন্ত|চলমান|ਮੌਜੂਦਾ|ਹੁਣ ਤੱਕ|ਵਰਤਮਾਨ|ప్రస్తుతం|ప్రస్తుత|ఇప్పటి వరకు|నేటి వరకు'),
  ...list('kasalukuyan|sa kasalukuyan|hanggang ngayon'),
]

/** Words before a start: `since 2020`, `ab 2019`, `depuis`. A start after one of them, and no end, is a job of today. */
export const sinceWords: readonly string[] = [
  ...list(
    "since|from|starting|beginning|as from|depuis|depuis le|de|du|dès|à partir de|seit|ab|von|vom|desde|a partir de|da|dal|dalla|dall'",
  ),
  ...list(
    'sinds|vanaf|van|od|sedan|från|från och med|siden|fra|din|de la|începând cu|с|со|начиная с|з|від|із|από|sejak|dari|mulai',
  ),
  ...list('từ|ตั้งแต่|จาก|منذ|من|מאז|מ|از|mula|自|从|從'),
]

/** The same where the word follows the date. */
export const onwardWords: readonly string[] = list(
  "onwards|onward|and onwards|to onwards|から|より|以降|부터|이후|से|থেকে|पासून|ਤੋਂ|నుండి|سے|alkaen|lähtien|óta|itibaren|'den beri|'dan beri|起",
)

/** Words between start and end. */
export const untilWords: readonly string[] = [
  ...list(
    "to|until|till|til|thru|through|up to|upto|au|à|a|jusqu'à|jusqu'au|jusqu'en|jusque|bis|bis zum|bis zu|hasta|al|ad|fino a|fino al|fino ad",
  ),
  ...list(
    'até|ate|ao|tot|tot en met|t/m|do|až|až do|till och med|t.o.m|indtil|asti|saakka|până în|până la|la|по|до|έως|εως|ως|μέχρι',
  ),
  ...list('hingga|sampai|sampai dengan|s/d|sehingga|đến|cho đến|tới|ถึง|จนถึง|至|到|إلى|حتى|עד|تا|ते|hanggang'),
]

/** The same where the word follows the end. */
export const byThenWords: readonly string[] = list('まで|迄|까지|तक|পর্যন্ত|पर्यंत|ਤੱਕ|వరకు|تک|kadar|止')

/** An end that its writer says is not known. */
export const unknownWords: readonly string[] = list(
  'n/a|n.a.|na|unknown|tbd|tba|inconnu|unbekannt|desconocido|sconosciuto|desconhecido|onbekend',
)

/** An end that lies ahead, said to be planned. */
export const expectedWords: readonly string[] = list(
  'expected|anticipated|exp.|planned|prévu|prévue|voraussichtlich|previsto|prevista|previsión|verwacht|forventet|förväntad|oczekiwany|beklenen|ожидается',
)

/** Words that name a part of a year. `late` ones could reach into the next. */
export const yearParts: readonly string[] = list(
  'early|mid|middle of|late|beginning of|start of|end of|start|end|spring|summer|autumn|fall|début|mi|milieu|fin|printemps|été|automne|anfang|mitte|ende|' +
    'frühling|frühjahr|sommer|herbst|principios de|mediados de|finales de|primavera|verano|otoño|estate|autunno|inizio|metà|início de|meados de|fim de|verão|outono|' +
    'begin|medio|eind|lente|voorjaar|zomer|herfst|najaar',
)

/** Winters begin in one year and end in the next, so they tell a start and no end. */
export const winters: readonly string[] = list('winter|hiver|invierno|inverno')

/** What stands before or beside dates and says nothing of them. */
export const labels: readonly string[] = [
  ...list(
    "dates employed|date range|dates of employment|employment dates|employment period|dates|period|duration|employed|dates d'emploi|période|beschäftigungszeitraum",
  ),
  ...list('zeitraum|fechas de empleo|período|periodo|date di impiego|datas de emprego|dienstverband'),
  ...list(
    'full-time|full time|part-time|part time|contract|contractor|internship|intern|freelance|self-employed|temporary|permanent|apprenticeship|seasonal',
  ),
  ...list(
    'remote|hybrid|on-site|cdi|cdd|stage|alternance|vollzeit|teilzeit|festanstellung|werkstudent|praktikum|tiempo completo|jornada completa',
  ),
]

/** Words that join the parts of a date. */
export const fillers: readonly string[] = list(
  "of|the|de|del|di|du|l'|el|o|os|il|en|le|d'|год|года|году|г|г.|р|р.|рік|року|roku|r.|年|năm|ng|and|พ.ศ.|ค.ศ.",
)
