'use client'

import { useState } from 'react'
import { useWrite } from '@/components/shared/use-write'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { ProblemNote } from '@/components/ui/problem-note'
import { noteCalls } from '@/lib/query/notes'

/** Whether one is mailed of mentions. */
export function MailForm({ mentions: initial }: { mentions: boolean }) {
  const [mentions, setMentions] = useState(initial)
  const { isPending, problem, write } = useWrite({
    mutationFn: (wanted: boolean) => noteCalls.setMail(wanted),
    onSuccess(saved) {
      setMentions(saved.mentions)
      announce(saved.mentions ? 'Mails are on.' : 'Mails are off.')
    },
  })
  return (
    <div className="flex flex-col gap-2">
      {problem ? <ProblemNote title={problem.title}>{problem.detail}</ProblemNote> : null}
      <p className="text-muted">{mentions ? 'You are mailed.' : 'You are not mailed.'}</p>
      <div>
        <Button busy={isPending} onClick={() => write(!mentions)}>
          {mentions ? 'Turn mails off' : 'Turn mails on'}
        </Button>
      </div>
    </div>
  )
}
