import { candidates } from '@/lib/server/http/candidates-call'
import { toRoute } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = toRoute(candidates)
