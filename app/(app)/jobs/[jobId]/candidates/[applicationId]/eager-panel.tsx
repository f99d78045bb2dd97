'use client'

import type { ReactNode } from 'react'
import { Timeline } from '@/components/timeline/timeline'
import { havePanel } from '../../_parts/person-panel'

// An address that names a person opens on them: their career is in the first HTML, and drawn without waiting.
havePanel(Timeline)

export const EagerPanel = ({ children }: { children: ReactNode }) => children
