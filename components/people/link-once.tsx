'use client'

import { Link2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'

type Props = { url: string; what: string; onDone: () => void }

/** A link that is told this once: whoever has it may use it. */
export const LinkOnce = ({ url, what, onDone }: Props) => (
  <div
    role="status"
    className="flex flex-col gap-2 rounded-panel border border-accent/40 bg-accent-soft px-3.5 py-3"
  >
    <p className="text-note">{what} It is shown only now, and whoever has it can use it.</p>
    <p className="rounded-control border border-line bg-panel px-2.5 py-1.5 font-mono text-note break-all select-all">
      {url}
    </p>
    <div className="flex flex-wrap gap-2">
      <CopyButton text={() => url} label="Copy the link" icon={Link2} />
      <Button variant="ghost" onClick={onDone}>
        Done
      </Button>
    </div>
  </div>
)
