'use client'

import { useTable } from '@tanstack/react-table'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import { columns } from './columns'
import { features } from './features'

const none: MarkedCandidate[] = []

type Options = {
  candidates: MarkedCandidate[] | undefined
  /** In step with the candidates: an id of its own for each row. */
  keys: readonly string[] | undefined
}

/** The table over the rows that are loaded. It draws what it is given: the server filters, sorts and pages. */
export const useCandidateTable = ({ candidates, keys }: Options) =>
  useTable({
    features,
    columns,
    data: candidates ?? none,
    getRowId: (candidate, index) => keys?.[index] ?? candidate.applicationId,
  })
