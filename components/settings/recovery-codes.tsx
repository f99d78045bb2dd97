'use client'

import { Copy } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'

type Props = { codes: string[]; onDone: () => void }

/** Each opens the account once, without the authenticator. They are shown this once. */
export const RecoveryCodes = ({ codes, onDone }: Props) => (
  <div className="flex flex-col gap-3">
    <p>
      <strong>Keep these recovery codes</strong> somewhere other than your phone. Each works once in place of
      a code, and they cannot be shown again.
    </p>
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-1.5 font-mono text-note">
      {codes.map((code) => (
        <li key={code} className="rounded-control bg-soft px-2.5 py-1 select-all">
          {code}
        </li>
      ))}
    </ul>
    <div className="flex flex-wrap gap-2">
      <CopyButton text={() => codes.join('\n')} label="Copy them" icon={Copy} />
      <Button variant="primary" onClick={onDone}>
        I have kept them
      </Button>
    </div>
  </div>
)
