'use client'

import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { LocalTime } from '@/components/shared/local-time'
import { Bdi } from '@/components/shared/text'
import type { Erasure, FoundPerson as Found, PersonRef } from '@/lib/contracts/privacy'
import { toProblem } from '@/lib/query/http'
import { privacyCalls } from '@/lib/query/privacy'
import { candidatePath } from '@/lib/url/paths'
import { countWords } from './count-words'
import { EraseDialog } from './erase-dialog'

function save(file: Blob): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = 'person.json'
  link.click()
  URL.revokeObjectURL(url)
}

function Application({ item, accounts }: { item: Found['items'][number]; accounts: string[] }) {
  const account = item.account === accounts[0] ? null : item.account
  return (
    <li className="flex min-h-11 flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line px-4 py-2 last:border-b-0">
      <Link
        href={candidatePath({ jobId: item.jobId, account }, item.applicationId)}
        className="min-w-0 truncate font-medium underline-offset-2 hover:underline"
      >
        <Bdi>{item.erased ? 'Erased person' : (item.name ?? 'Name not given')}</Bdi>
      </Link>
      <p className="min-w-0 text-note wrap-anywhere text-muted">
        <Bdi>{item.jobLabel ?? `Job ${item.jobId}`}</Bdi>
        {account === null ? null : (
          <>
            {' · '}account <Bdi>{account}</Bdi>
          </>
        )}
        {' · '}added <LocalTime iso={item.firstSeenAt} format="date" />
      </p>
    </li>
  )
}

type Props = { person: PersonRef; found: Found; accounts: string[]; onErased: (erasure: Erasure) => void }

/** What is stored of somebody, and what can be done with it. */
export function FoundPerson({ person, found, accounts, onErased }: Props) {
  const [erasing, setErasing] = useState(false)
  const deliver = useMutation({
    mutationFn: () => privacyCalls.exportData(person),
    onSuccess(file) {
      save(file)
      announce('The file is saved')
    },
  })
  const { items, counts, sharedIdentifier } = found
  const nobody = items.length === 0
  // By an identifier that several go by, nobody can be told from the others.
  const oneOfMany = sharedIdentifier && 'publicIdentifier' in person
  const gone = !nobody && items.every(({ erased }) => erased)
  const problem = deliver.error && toProblem(deliver.error)
  return (
    <section aria-label="What is stored of them" className="flex flex-col gap-3">
      <p className="font-medium">
        {nobody ? 'Nobody is stored under this.' : gone ? 'They were erased.' : `${countWords(counts)}.`}
      </p>
      {nobody ? (
        <p className="-mt-2 max-w-prose text-note text-muted">
          Check how they are named. If they ask never to be stored, that can be set in advance.
        </p>
      ) : sharedIdentifier ? (
        <p className="-mt-2 max-w-prose text-note text-muted">
          {oneOfMany
            ? 'People of different names are stored under this. Open one of them, and export or erase from there.'
            : 'Others are stored under the same identifier, by different names. They are left as they are.'}
        </p>
      ) : null}
      {nobody ? null : (
        <ul aria-label="Their applications" className="rounded-panel border border-line bg-panel">
          {items.map((item) => (
            <Application
              key={`${item.account} ${item.jobId} ${item.applicationId}`}
              item={item}
              accounts={accounts}
            />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {nobody || oneOfMany ? null : (
          <Button busy={deliver.isPending} onClick={() => deliver.mutate()}>
            <span className="inline-flex items-center gap-2">
              <Download aria-hidden className="size-3.5" /> Export as JSON
            </span>
          </Button>
        )}
        {gone || oneOfMany ? null : (
          <Button variant="danger" onClick={() => setErasing(true)}>
            {nobody ? 'Never store them…' : 'Erase this person…'}
          </Button>
        )}
      </div>
      {problem ? (
        <p role="alert" className="text-note text-danger">
          {problem.title}. {problem.detail}
        </p>
      ) : null}
      {erasing ? (
        <EraseDialog
          person={person}
          counts={counts}
          onErased={(erasure) => {
            setErasing(false)
            onErased(erasure)
          }}
          onClose={() => setErasing(false)}
        />
      ) : null}
    </section>
  )
}
