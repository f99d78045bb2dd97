import 'server-only'
import type { z } from 'zod/mini'
import type { Services } from '@/lib/server/runtime/services'
import type { JobRef } from '@/lib/url/paths'
import { parseApplicationId, parseJobRef } from './job-call'
import { operation, route } from './route'

type Service<Body> = (ref: JobRef, applicationId: string, body: Body) => Promise<unknown>

/** An operation on the applicant in the address: the service that runs it, and the schema of its body. */
export const onApplicant = <Body = undefined>(
  service: (services: Services) => Service<Body>,
  body?: z.ZodMiniType<Body>,
) =>
  operation<Body>({
    body,
    run: async (call) => service(call.services)(parseJobRef(call), parseApplicationId(call), call.body),
  })

/** The handlers of an address about one applicant. @param rest what follows the applicant in it: `/tags` */
export const applicantRoute = (rest: string, operations: Parameters<typeof route>[1]) =>
  route(`/api/jobs/:jobId/candidates/:applicationId${rest}`, operations)
