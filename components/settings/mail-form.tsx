'use client'

import { useState } from 'react'
import { useWrite } from '@/components/shared/use-write'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { AnyProblem } from '@/components/ui/problem-note'
import { noteCalls } from '@/lib/query/notes'

/** Whether one is mailed of mentions. */
export function MailForm({ mentions: initial }: { mentions: boolean }) {
  const [mentions, setMentions] = useState(initial)
  const { isPending, problem, write } = useWrite({
    mutationFn: (wanted: boolean) => noteCalls.setMail(wanted),
    onSuccess(saved) {
      setMentions(saved.mentions)
      announce(saved.mentions ? 'E-mails are on.' : 'E-mails are off.')
    },
  })
  return (
    <div className="flex flex-col gap-2">
      <AnyProblem problem={problem} />
      <p className="text-muted">{mentions ? 'E-mails are on.' : 'E-mails are off.'}</p>
      <div>
        <Button busy={isPending} onClick={() => write(!mentions)}>
          {mentions ? 'Turn e-mails off' : 'Turn e-mails on'}
        </Button>
      </div>
    </div>
  )
}
