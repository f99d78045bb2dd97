'use client'

import { BareFrame } from './bare-frame'
import { ErrorNotice, type Failure } from './error-notice'

/** The notice of a failure in a frame of its own, where the layout has failed too. */
export const BareError = (failure: Failure) => (
  <BareFrame>
    <ErrorNotice {...failure} />
  </BareFrame>
)
