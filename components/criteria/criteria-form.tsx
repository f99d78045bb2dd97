'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useMay } from '@/components/shared/reader'
import { LocalTime } from '@/components/shared/local-time'
import { Bdi } from '@/components/shared/text'
import { useWrite } from '@/components/shared/use-write'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { AnyProblem } from '@/components/ui/problem-note'
import type { CriterionDraft, JobCriteria } from '@/lib/contracts/criteria'
import { criteriaCalls, criteriaQuery } from '@/lib/query/criteria'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'
import { CriterionRow } from './criterion-row'
import { OwnedPeople } from './owned-people'
import { WorkProgress } from './work-progress'

// While who meets them is worked out.
const progressEveryMs = 1_000

type Line = { key: number; draft: CriterionDraft; usedIn: number }
let made = 0
const toLine = (draft: CriterionDraft, usedIn = 0): Line => ({ key: (made += 1), draft, usedIn })
const toLines = ({ criteria }: JobCriteria) => criteria.map(({ usedIn, ...draft }) => toLine(draft, usedIn))
const empty: CriterionDraft = { need: 'must', name: '', kind: 'words', words: '', minYears: null }

function Form({ jobRef, saved }: { jobRef: JobRef; saved: JobCriteria }) {
  const client = useQueryClient()
  const mayEdit = useMay('edit')
  const [version, setVersion] = useState(saved.version)
  const [lines, setLines] = useState(() => toLines(saved))
  const { isPending, problem, write } = useWrite({
    mutationFn: () => criteriaCalls.save(jobRef, { version, criteria: lines.map(({ draft }) => draft) }),
    onSuccess(answer: JobCriteria) {
      client.setQueryData(criteriaQuery(jobRef, () => Promise.resolve(answer)).queryKey, answer)
      void client.invalidateQueries({ queryKey: keys.job(jobRef) })
      void client.invalidateQueries({ queryKey: ['stored-people'] })
      setVersion(answer.version)
      setLines(toLines(answer))
      announce('The criteria are saved.')
    },
  })
  const add = (drafts: readonly CriterionDraft[]) =>
    setLines([...lines, ...drafts.map((each) => toLine(each))])
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        write()
      }}
    >
      <AnyProblem problem={problem} />
      {lines.length === 0 ? (
        <p className="text-muted">No criteria yet. Add one, or copy those of another job.</p>
      ) : (
        <ul aria-label="Criteria" className="flex flex-col gap-3">
          {lines.map(({ key, draft, usedIn }) => (
            <CriterionRow
              key={key}
              {...{ jobRef, draft, usedIn }}
              onChange={(next) =>
                setLines(lines.map((line) => (line.key === key ? { ...line, draft: next, usedIn: 0 } : line)))
              }
              onRemove={() => setLines(lines.filter((line) => line.key !== key))}
            />
          ))}
        </ul>
      )}
      {mayEdit ? (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => add([empty])}>
            <span className="inline-flex items-center gap-1.5">
              <Plus aria-hidden className="size-4" />
              <span>Add a criterion</span>
            </span>
          </Button>
          {saved.others.map(({ jobId, jobLabel, criteria }) => (
            <Button key={jobId} onClick={() => add(criteria.map(({ id: _, ...draft }) => draft))}>
              Copy {criteria.length} from <Bdi>{jobLabel ?? `job ${jobId}`}</Bdi>
            </Button>
          ))}
          <Button type="submit" variant="primary" busy={isPending}>
            Save criteria
          </Button>
        </div>
      ) : (
        <p className="text-muted">A recruiter or an owner changes them.</p>
      )}
      {saved.by && saved.at ? (
        <p className="text-note text-muted">
          Changed last by <Bdi>{saved.by.name}</Bdi>, <LocalTime iso={saved.at} format="moment" />.
        </p>
      ) : null}
      <WorkProgress progress={saved.progress} />
      <OwnedPeople jobRef={jobRef} criteria={saved.criteria} />
    </form>
  )
}

/** The criteria of a job: written, checked before use, copied from other jobs. */
export function CriteriaForm({ jobRef }: { jobRef: JobRef }) {
  const { data } = useQuery({
    ...criteriaQuery(jobRef, (signal) => criteriaCalls.show(jobRef, signal)),
    refetchInterval: ({ state }) => (state.data?.progress ? progressEveryMs : false),
  })
  return data ? <Form jobRef={jobRef} saved={data} /> : null
}
