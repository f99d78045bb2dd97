const alone = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead', 'Process', 'Unidentified']

const lastLatin = '\u024f'

const isMac = () => /Mac|iP(hone|ad|od)/.test(navigator.platform)

/**
 * What somebody pressed, as the table of commands writes it: `j`, `Shift+j`, `?`, `mod+k`, `Escape`. By the character,
 * not the place of the key, and Alt Gr is no modifier: on some layouts a character needs it. (Libraries that match keys
 * take Alt Gr for Alt.) A layout without Latin letters gives those that are printed beside its own.
 * @returns null for what is no press of its own: a modifier alone, or a step of a composed character
 */
export function readPress(event: KeyboardEvent): string | null {
  const { key, code, keyCode } = event
  // 229: Safari ends a composition before its last key.
  if (event.isComposing || keyCode === 229 || alone.includes(key)) return null
  const altGraph = event.getModifierState('AltGraph')
  const control = event.ctrlKey && !altGraph
  const alt = event.altKey && !altGraph
  let char = key.toLowerCase()
  const isLetter = char !== key.toUpperCase()
  if (isLetter && key.length === 1 && char > lastLatin && code.startsWith('Key'))
    char = code.slice(3).toLowerCase()
  const name = key.length === 1 ? char : key
  const mod = isMac() ? event.metaKey : control
  const other = isMac() ? control : event.metaKey
  // Shift is how a sign is typed; with a letter it means something.
  const shift = event.shiftKey && (isLetter || key.length > 1)
  return `${mod ? 'mod+' : ''}${other ? 'other+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}`
}
