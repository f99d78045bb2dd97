/**
 * A text without the characters at its beginning and its end that a pattern matches. Takes time in line with the text's
 * length; a pattern such as /x+$/ tries again at every x and takes its square.
 * @param start matches one UTF-16 unit, as does `end`; neither is global
 */
export function trimEnds(text: string, start: RegExp, end: RegExp = start): string {
  let [from, to] = [0, text.length]
  while (from < to && start.test(text.charAt(from))) from += 1
  while (to > from && end.test(text.charAt(to - 1))) to -= 1
  return text.slice(from, to)
}
