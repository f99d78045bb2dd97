import { Trash2 } from 'lucide-react'
import { Select } from '@/components/shared/select'
import { useFormats } from '@/components/shared/use-formats'
import { useWrite } from '@/components/shared/use-write'
import { Bdi } from '@/components/shared/text'
import { Button } from '@/components/ui/button'
import { fieldLook } from '@/components/ui/field-look'
import { AnyProblem } from '@/components/ui/problem-note'
import { TextField } from '@/components/ui/text-field'
import type { CriterionDraft, CriterionTrial, RuleKind } from '@/lib/contracts/criteria'
import { criteriaCalls } from '@/lib/query/criteria'
import type { JobRef } from '@/lib/url/paths'
import { type ReactNode, useState } from 'react'

const needs = [
  { value: 'must', label: 'Must have' },
  { value: 'nice', label: 'Nice to have' },
] as const
const kinds: readonly { value: RuleKind; label: string }[] = [
  { value: 'words', label: 'Words anywhere' },
  { value: 'title', label: 'Years in a title' },
  { value: 'education', label: 'Education' },
  { value: 'country', label: 'Lives in a country' },
]

type Props = {
  jobRef: JobRef
  draft: CriterionDraft
  /** In how many jobs this rule is used; 0 for a new one. */
  usedIn: number
  onChange: (draft: CriterionDraft) => void
  onRemove: () => void
}

/** What a trial found, in words. */
function Trial({ kind, met, checked, stored, oneEmployer }: CriterionTrial & { kind: RuleKind }) {
  const { number } = useFormats()
  const first = checked < stored
  const of = `${number(met)} of ${first ? `the first ${number(checked)} of ${number(stored)}` : number(checked)} loaded`
  if (checked === 0) return <>Nobody is loaded yet, so it can’t be checked.</>
  if (met === 0)
    return (
      <>
        Matches nobody ({of}). {kind === 'country' ? '' : 'Check the words, or add others with OR.'}
      </>
    )
  if (met === checked) return <>Matches everybody ({of}). It tells nobody apart.</>
  if (oneEmployer === null) return <>Matches {of}.</>
  return (
    <>
      Matches {of}, by one employer’s name only: <Bdi>{oneEmployer}</Bdi>.
    </>
  )
}

/** A select with its name above, as the fields beside it have theirs. */
const Choice = ({
  label,
  className,
  children,
}: {
  label: string
  className: string
  children: ReactNode
}) => (
  <div className={`flex flex-col gap-1 max-sm:w-auto max-sm:flex-1 ${className}`}>
    <span aria-hidden className="text-note font-medium">
      {label}
    </span>
    {children}
  </div>
)

/** One criterion while it is written, and what it would find. */
export function CriterionRow({ jobRef, draft, usedIn, onChange, onRemove }: Props) {
  const [trial, setTrial] = useState<CriterionTrial | null>(null)
  const { isPending, problem, write, reset } = useWrite({
    mutationFn: () => criteriaCalls.try(jobRef, draft),
    onSuccess: setTrial,
  })
  const name = draft.name.trim() === '' ? 'new criterion' : draft.name
  const change = (patch: Partial<CriterionDraft>) => {
    setTrial(null)
    reset()
    onChange({ ...draft, ...patch })
  }
  return (
    <li className="flex flex-col gap-2 rounded-panel border border-line p-3">
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <TextField
          label="Name"
          required
          maxLength={80}
          className="w-56 max-sm:w-full"
          value={draft.name}
          onChange={({ target }) => change({ name: target.value })}
        />
        <Choice label="Need" className="w-36">
          <Select
            label={`Need: ${name}`}
            value={draft.need}
            options={needs}
            onValueChange={(need) => change({ need })}
            className={fieldLook}
          />
        </Choice>
        <Choice label="Rule" className="w-44">
          <Select
            label={`Rule: ${name}`}
            value={draft.kind}
            options={kinds}
            onValueChange={(kind) => change({ kind, minYears: kind === 'title' ? draft.minYears : null })}
            className={fieldLook}
          />
        </Choice>
        <TextField
          label={draft.kind === 'country' ? 'Country' : 'Words'}
          required
          maxLength={200}
          className="flex-1 basis-56"
          placeholder={draft.kind === 'country' ? 'Germany' : 'kubernetes OR k8s'}
          value={draft.words}
          onChange={({ target }) => change({ words: target.value })}
        />
        {draft.kind === 'title' ? (
          <TextField
            label="Years at least"
            type="number"
            min={1}
            max={60}
            className="w-28"
            value={draft.minYears ?? ''}
            onChange={({ target }) => change({ minYears: target.value === '' ? null : Number(target.value) })}
          />
        ) : null}
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-note">
        <Button busy={isPending} onClick={() => write()}>
          Check<span className="sr-only"> {name}</span>
        </Button>
        <p role="status" className="text-muted">
          {trial ? <Trial kind={draft.kind} {...trial} /> : usedIn > 1 ? `Used in ${usedIn} jobs` : ''}
        </p>
        <button
          type="button"
          aria-label={`Remove ${name}`}
          onClick={onRemove}
          className="ms-auto grid size-9 place-items-center rounded-control text-muted hover:bg-soft hover:text-ink pointer-coarse:size-11"
        >
          <Trash2 aria-hidden className="size-4" />
        </button>
      </div>
      <AnyProblem problem={problem} />
    </li>
  )
}
