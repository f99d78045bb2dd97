'use client'

import { lazyError } from '@/components/shell/lazy-error'

export default lazyError(async () => (await import('@/components/shell/bare-error')).BareError)
