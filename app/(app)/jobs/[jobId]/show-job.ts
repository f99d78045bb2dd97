import { notFound, unstable_rethrow } from 'next/navigation'
import type { Job } from '@/lib/contracts/job'
import { AppError } from '@/lib/server/platform/app-error'
import { getServices } from '@/lib/server/runtime/page-services'
import type { JobRef } from '@/lib/url/paths'

/** The job that a page is about. @throws the framework's not-found error where there is none */
export async function showJobOrNotFound(ref: JobRef): Promise<Job> {
  const services = await getServices()
  return services.showJob(ref).catch((error: unknown) => {
    unstable_rethrow(error)
    if (error instanceof AppError && ['job_not_found', 'account_not_found'].includes(error.code)) notFound()
    throw error
  })
}
