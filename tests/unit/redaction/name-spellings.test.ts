import { describe, expect, test } from 'vitest'
import type { NamedPerson } from '@/lib/redaction/name-chunks'
import { nameScrubber } from '@/lib/redaction/name-scrub'

const called = (firstName: string | null, lastName: string | null): NamedPerson => ({
  firstName,
  lastName,
  fullName: [firstName, lastName].filter(Boolean).join(' '),
})
const scrub = (person: NamedPerson, text: string) => nameScrubber(person)(text)

describe('a handle made of a name is hidden however the name is spelled', () => {
  test.each<[NamedPerson, string[]]>([
    [
      called('Zoë', 'Müller'),
      ['zoemueller92', 'zoemuller', '#ZoeMueller', 'zmueller', 'muellerzoe', 'ZoeMuel'],
    ],
    [
      called('Jörg', 'Böhm'),
      ['joergboehm', 'jorgboehm', 'joergbohm', 'Joerg_Boehm', 'xjoergboehmx', 'jboehm7'],
    ],
    [called('Joerg', 'Boehm'), ['jörgböhm', 'jorgbohm', 'joergboehm']],
    [called('Anja', 'Weiß'), ['anjaweiss', 'anja.weiss', 'AnjaWeiss99']],
    [called('Åse', 'Kjærgård'), ['aasekjaergaard', 'asekjaergard', 'kjaergaardaase']],
    [called('Søren', 'Østergaard'), ['soerenoestergaard', 'sorenostergaard', 'sostergard']],
    [called('Íñigo', 'Muñiz'), ['inigomuniz', '#InigoMuniz', 'imuniz']],
    [called('Đorđe', 'Šimić'), ['djordjesimic', 'dordeshimich', 'djordje.shimich']],
    [called('Юлия', 'Щербакова'), ['yuliyashcherbakova', 'julija.scherbakova', 'iuliiashcherbakova88']],
    [called('Сергей', 'Королёв'), ['sergeykorolev', 'sergeikorolev', 'sergejkoroljow', '#SergeyKorolyov']],
    [called('Ελένη', 'Παπαδάκου'), ['elenipapadakou', 'eleni_papadakou', 'epapadakou']],
    [called('小明', '王'), ['xiaomingwang', 'WangXiaoming', 'wang_xiaoming']],
    [called('지민', '김'), ['jiminkim', 'gimjimin']],
    [called('ნინო', 'მაისურაძე'), ['ninomaisuradze']],
  ])('%j', (person, handles) => {
    const left = handles.map((handle) => [handle, scrub(person, `follow ${handle} please`)] as const)
    for (const [handle, text] of left) expect(text, handle).toContain('[name]')
    for (const [handle, text] of left) {
      expect(text.replace('[name]', '').length, handle).toBeLessThan('follow  please'.length + 4)
    }
  })

  test('and a word that only looks like one stays', () => {
    const text = 'The museum of Jordan, a boehme, mullets and koalas: soeren is not my job, zoes neither'
    expect(scrub(called('Íñigo', 'Muñiz'), text)).toBe(text)
    expect(scrub(called('小明', '王'), 'a wangle, mingling')).toBe('a wangle, mingling')
  })
})
