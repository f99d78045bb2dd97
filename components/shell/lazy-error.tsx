'use client'

import { type ComponentType, useEffect, useState } from 'react'
import type { Failure } from './error-notice'

/**
 * What an error boundary of the framework shows. Every page loads its boundaries, and few pages fail: what says how is
 * loaded then, and a line that needs nothing more stands in its place until it is here, or if it does not come.
 */
export const lazyError = (load: () => Promise<ComponentType<Failure>>) =>
  function LazyError(failure: Failure) {
    const [Notice, setNotice] = useState<ComponentType<Failure> | null>(null)
    useEffect(() => {
      load().then(
        (Loaded) => setNotice(() => Loaded),
        () => undefined,
      )
    }, [])
    if (Notice) return <Notice {...failure} />
    return (
      <p className="p-6">
        Something went wrong. <a href="">Try again</a>
      </p>
    )
  }
