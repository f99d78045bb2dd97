const words = (text: string) => new Set(text.trim().split(/\s+/))

/** Small words inside family names, folded: hidden with the name they belong to, never alone. */
export const particles = words(`
  van von der den de del della di da das do dos du des d la le las los lo el al ul ibn bin binti bint ben abu ter ten te
  op zu zum zur af av y e i san santa st saint mac mc o ap ab bat bar
`)

/** Those of them that may end a given name because the family name comes in another field. */
export const linking = words('da de del den der di do dos das van von')

/** What stands before a name, folded. */
export const titles = words('dr mr mrs ms mx prof professor ing dipl mag')

/** What people add to their names, folded: degrees, titles, and counts of generations. Not names. */
export const credentials = words(`
  phd dphil md mba emba msc mphil bsc ba ma bs ms bcom mcom btech mtech beng meng llb llm jd cpa cfa acca pmp csm cissp
  shrm sphr phr cipd jr sr ii iii iv dr mr mrs mx miss prof professor ing dipl mag esq rn pe he him she her they them
`)

/**
 * Folded words of everyday English that are also names. In lower case they are hidden only where they are clearly used
 * as a name; with a capital letter always, even where a sentence merely begins with one.
 */
export const everydayWords = words(`
  will may mark grace art hope joy faith rose lily young king long brown white black green gray grey baker cook bishop
  carpenter fisher hunter mason page price rich stone woods wood field fields hill lake rivers brook brooks banks bell
  bush case chance chase church cross day dean drew english fair best lane law little love marsh miles moody moss noble
  north west east south park parks pace power powers prince reed sharp short small snow sparks strong summer summers
  swift temple wall walker ward waters wise major manager singer porter potter turner weaver cooper carter miller
  marshall read rush sage savage self sky star sterling sunny true victor wells winter winters bill bob jack frank guy
  gene pat rob sue dale glen grant chip chuck don ernest ray rusty skip sandy wade penny pearl ruby opal amber april
  june august autumn crystal daisy dawn eve fern flora gale ginger hazel heather holly iris ivy jade jasmine olive poppy
  robin sierra violet viola willow son can you she one man bay how who why the and but not for all any new our out too
  way two let say see use her his has had was are did get now old own off put set job sing song sun win fan pan tan
  ping pin ran ban tie hue lie link team lead head work data post mail fox wolf bird lamb hawk finch drake crane swan
  rice bean berry cherry plum pepper rosemary clay flint forest ford frost gold silver diamond hardy holiday house hall
  lodge mills newman nice pike pool pope post pride quick rains shields sellers speed spring steel street sweet taylor
  tower towers trainer train trust underwood valentine vale wild winner workman yard barber butler chandler christian
  clerk coach constable cruise curry dance farmer fast fine fish fine flower flowers forward foster free gamble garden
  gardener good grove hand hands harmony haven heart honor justice keen knight light list loyal lucky march marine
  merit mercy patience prosper prudence quest reason rock royal sailor serenity shepherd smart solo sparrow story
  sincere tiller trinity truth unity verity wisdom world zeal human media marketing senior junior
`)

/** What introduces a name, folded: one word, or two with a bar between them. */
export const introductions = words(`
  name|is naam|is i|am i|m this|is je|suis ich|bin yo|soy io|sono eu|sou called named appelle heisse llamo chiamo chamo
`)

/** Folded words of two letters that make up sentences: two of them in lower case are no name. */
export const smallWords = words(`
  am an as at be by do go he if in is it me my no of oh ok on or so to up us we
`)
