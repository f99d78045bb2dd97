import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { GuestDetail, GuestPage, GuestPerson, OwnResponse } from '@/lib/contracts/guest'
import { guestKeys } from '@/lib/query/guest'

/** Shows what a guest said wherever the person is shown, without reading the list again. */
export function keepResponse(client: QueryClient, token: string, ref: string, said: OwnResponse): void {
  const mine = said.vote === null && said.comment === null ? null : said
  const marked = (person: GuestPerson) => (person.ref === ref ? { ...person, mine } : person)
  client.setQueriesData<InfiniteData<GuestPage>>(
    { queryKey: guestKeys.pages(token) },
    (data) =>
      data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(marked) })) },
  )
  client.setQueryData<GuestDetail>(
    guestKeys.person(token, ref),
    (detail) => detail && { ...detail, person: marked(detail.person) },
  )
  // How many they voted on is counted by the server.
  void client.invalidateQueries({ queryKey: guestKeys.link(token) })
}
