import type { GuestPerson } from '@/lib/contracts/guest'
import { displayName } from '@/lib/domain/current-role'

/** What a person is called in a link. */
export const getGuestName = (person: GuestPerson): string => person.pseudonym ?? displayName(person)
