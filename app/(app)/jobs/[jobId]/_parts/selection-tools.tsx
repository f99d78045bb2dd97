'use client'

import type { ReactNode } from 'react'
import { SelectionBar } from '@/components/candidate-table/selection-bar'
import type { AskOpinionProps } from '@/components/second-opinion/ask-opinion-dialog'
import { getCommand } from '@/components/shared/commands'
import { lazyPart } from '@/components/shared/lazy-part'
import { PartButton } from '@/components/shared/part-button'
import { useMay } from '@/components/shared/reader'
import { useShortcut } from '@/components/shared/use-shortcut'
import { WaitingDialog } from '@/components/shared/waiting'
import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import { comparedPeople } from '@/lib/url/compare'
import { BulkButtons, ExportButtons } from './bulk-buttons'
import { useScreen } from './use-job-screen'
import { useSelectAll } from './use-select-all'

export type SelectionToolsProps = {
  count: number
  scope: string | null
  onClear: () => void
  children: ReactNode
}

function CompareButton() {
  const { aria, hint } = useShortcut('compare')
  return (
    <Button aria-keyshortcuts={aria} title={`Compare${hint}`} onClick={() => getCommand('compare')?.()}>
      Compare
    </Button>
  )
}

const AskOpinion = lazyPart<AskOpinionProps>(
  async () => (await import('@/components/second-opinion/ask-opinion-dialog')).AskOpinionDialog,
  (props) => <WaitingDialog {...props} label="Ask for a second opinion" />,
)

function SecondOpinionButton({ count }: { count: number }) {
  const { jobRef, selection } = useScreen()
  const mayDecide = useMay('decide')
  if (!mayDecide) return null
  const about = { applicationIds: [...selection.ids] }
  return (
    <PartButton
      prepare={AskOpinion.prepare}
      popover={(floating) => <AskOpinion {...{ jobRef, about, count, ...floating }} />}
      className={buttonLook()}
    >
      Second opinion
    </PartButton>
  )
}

/** Cards have no header, where the box for everyone stands. */
function SelectAllButton() {
  const { jobRef, view, pages, filtered, selection } = useScreen()
  const { label, checked, onPress } = useSelectAll({ jobRef, view, range: pages.range, filtered, selection })
  return checked === true ? null : (
    <Button onClick={onPress} className="sm:hidden">
      {label}
    </Button>
  )
}

/** What can be done with the people selected. */
export function SelectionTools({ count, scope, onClear, children }: SelectionToolsProps) {
  return (
    <SelectionBar count={count} scope={scope} onClear={onClear}>
      <SelectAllButton />
      <BulkButtons />
      <SecondOpinionButton count={count} />
      {count >= comparedPeople.min && count <= comparedPeople.max ? <CompareButton /> : null}
      <ExportButtons />
      {children}
    </SelectionBar>
  )
}
