import { reasonSettings } from '@/lib/contracts/decisions'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/reasons', {
  GET: operation({ run: ({ services }) => services.listReasons() }),
  PUT: operation({ body: reasonSettings, run: ({ services, body }) => services.saveReasons(body) }),
})
