import { expect, test } from 'vitest'
import { onEachEngine } from './engines'
import { filteredPeople } from './filtered-people'

onEachEngine('filters', (store) => {
  const { seed, found } = filteredPeople(store)

  const searches: [string, string, string[]][] = [
    ['a name, without its accents', 'angstrom', ['ada']],
    ['a name, letters apart from accents', 'odegard', ['bo']],
    ['first and last name of someone without a full name', 'dee o’neil', ['dee']],
    ['a headline', 'growth', ['ada']],
    ['a place', 'lyon', ['bo']],
    ['a title', 'baker', ['ada', 'chen']],
    ['a company, in any case', 'contoso', ['ada', 'bo', 'eve']],
    ['a company’s accent', 'CAFE', ['ada']],
    ['a description', 'remote', ['bo']],
    ['a message', 'newsletter', ['ada']],
    ['a few letters', 'se', ['ada', 'bo', 'chen']],
    ['one letter', '陳', ['chen']],
    ['another script, half of a word', '職人', ['chen']],
    ['several terms that must all match, anywhere', 'analyst paris', ['ada']],
    ['terms that nobody has together', 'lyon baker', []],
    ['a phrase', '"seo analyst"', ['bo']],
    ['a phrase that does not run across two fields', '"content paris"', []],
    ['a percent sign as such', '100%', ['bo']],
    ['a percent sign alone', '%', ['bo', 'dee']],
    ['an underscore as such', 'tools_and', ['dee']],
    ['an underscore that is not any letter', 'toolsXand', []],
    ['an underscore alone', '_', ['dee']],
    ['a backslash', 'c:\\tools', ['dee']],
    ['a backslash alone', '\\', ['dee']],
    ['a name without its apostrophe', 'oneil', ['dee']],
    ['a name with another one', 'o´neil', ['dee']],
    ['last name first', 'oneil, dee', ['dee']],
    ['the letters that stand for another', 'oedegaard', ['bo']],
    ['nobody’s word', 'zeppelin', []],
  ]
  test.each(searches)('searching %s: %s', async (_, q, expected) => {
    await seed()
    expect(await found(`?${new URLSearchParams({ q })}`)).toEqual(expected)
  })

  const views: [string, string[]][] = [
    ['rating=GOOD_FIT', ['ada']],
    ['rating=GOOD_FIT,MAYBE', ['ada', 'bo']],
    ['rating=UNRATED', ['eve']],
    ['top=1', ['ada']],
    ['top=0', ['bo', 'chen', 'dee', 'eve', 'hidden']],
    ['company=contoso', ['ada', 'bo', 'eve']],
    ['company=Northwind%20Cafe', ['ada']],
    ['company=Trey%20Research,Northwind%20Café', ['ada', 'chen']],
    ['company=Conto', []],
    ['location=Paris', ['ada', 'chen']],
    ['location=France', ['ada', 'bo']],
    ['location=ile-de-france', ['ada']],
    // A city together with its country is one choice; a bare comma would make two of it.
    ['location=Paris%252C%20France', ['ada']],
    ['location=Paris,Lyon', ['ada', 'bo', 'chen']],
    ['now=Contoso', ['bo']],
    ['now=northwind%20cafe', []],
    ['title=analyst', ['ada', 'bo']],
    ['title=Baker,Growth', ['ada', 'chen']],
    // Several words are one choice: whoever has had all of them.
    ['title=Head%20of%20Growth', ['ada']],
    ['title=growth%20baker', []],
    ['title=of', []],
    ['seen=2026-04-02', ['ada', 'bo', 'chen', 'dee', 'eve', 'hidden']],
    ['seen=2026-04-01,2026-04-03', []],
    ['location=%252C', []],
    ['years=10-', ['ada']],
    ['years=0-1', ['bo', 'chen']],
    ['years=-1', ['bo', 'chen']],
    ['years=1', ['bo', 'chen']],
    ['years=0-1,10-', ['ada', 'bo', 'chen']],
    ['years=30-40', []],
    ['rating=GOOD_FIT&location=Paris&company=contoso&top=1&years=5-&q=seo', ['ada']],
    ['rating=NOT_A_FIT&top=1', []],
  ]
  test.each(views)('narrowing by %s', async (search, expected) => {
    await seed()
    expect(await found(`?${search}`)).toEqual(expected)
  })

  test('choices within one filter are alternatives, filters narrow each other', async () => {
    await seed()
    const both = await found('?company=contoso&rating=GOOD_FIT,MAYBE')
    expect(both).toEqual(['ada', 'bo'])
  })
})
