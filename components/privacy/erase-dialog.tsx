'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { announce } from '@/components/ui/announcer'
import { AskDialog, AskedText } from '@/components/ui/ask-dialog'
import { Button } from '@/components/ui/button'
import type { Erasure, PersonCounts, PersonRef } from '@/lib/contracts/privacy'
import { toProblem } from '@/lib/query/http'
import { privacyCalls } from '@/lib/query/privacy'
import { countWords } from './count-words'

const word = 'erase'

type Props = {
  person: PersonRef
  counts: PersonCounts
  onErased: (erasure: Erasure) => void
  onClose: () => void
}

/** Asks for a typed word before somebody is forgotten for good. */
export function EraseDialog({ person, counts, onErased, onClose }: Props) {
  const client = useQueryClient()
  const [typed, setTyped] = useState('')
  const agreed = typed.trim().toLowerCase() === word
  const nobody = counts.applications === 0
  const erase = useMutation({
    mutationFn: () => privacyCalls.erase(person),
    onSuccess(erasure) {
      announce(nobody ? 'They will not be stored' : 'The person is erased')
      onErased(erasure)
      // Whatever this browser has read may hold them.
      client.removeQueries({ type: 'inactive' })
      void client.invalidateQueries()
    },
  })
  const problem = erase.error && toProblem(erase.error)
  return (
    <AskDialog
      title={nobody ? 'Keep this person from being stored?' : 'Erase this person for good?'}
      onClose={onClose}
      onConfirm={() => (agreed && !erase.isPending ? erase.mutate() : undefined)}
      action={
        <Button type="submit" variant="danger" busy={erase.isPending} disabled={!agreed}>
          {nobody ? 'Never store them' : 'Erase them'}
        </Button>
      }
    >
      {nobody ? (
        <p>
          Nobody is stored under this. If they apply later, they arrive erased: as an empty row that says that
          somebody applied.
        </p>
      ) : (
        <>
          <p>{countWords(counts)}: what is stored of them is erased, in all accounts.</p>
          <p>
            Their rows stay, empty, so that lists count right and nobody is paid for twice. A later fetch of
            these jobs does not bring them back.
          </p>
          <p>
            Not reached: exported files, texts in which your team or guests named them, and backups made
            before.
          </p>
        </>
      )}
      <AskedText label={`Type “${word}” to go on`} value={typed} onChange={setTyped} maxLength={20} />
      {problem ? (
        <p role="alert" className="text-note text-danger">
          {problem.title}. {problem.detail}
        </p>
      ) : null}
    </AskDialog>
  )
}
