// Folded, in English, French, German, Spanish, Italian, Portuguese and Dutch; short forms after the long ones.
const byMonth = [
  'january janvier januar janner enero gennaio janeiro januari jan janv ene gen',
  'february fevrier februar febrero febbraio fevereiro februari feb fevr fev',
  'march mars marz marzo marco maart mar mrz mrt',
  'april avril abril aprile apr avr abr',
  'may mai mayo maggio maio mei mag',
  'june juin juni junio giugno junho jun giu',
  'july juillet juli julio luglio julho jul juil lug',
  'august aout agosto augustus aug ago',
  'september septembre septiembre setiembre settembre setembro sep sept set',
  'october octobre oktober octubre ottobre outubro oct okt ott out',
  'november novembre noviembre novembro nov',
  'december decembre dezember diciembre dicembre dezembro dec dez dic',
]

/** Month numbers, 1…12, by their folded names. */
export const monthNumbers: ReadonlyMap<string, number> = new Map(
  byMonth.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
)
