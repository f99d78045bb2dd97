import { parseVisit } from '@/lib/server/http/credits-call'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/credits/meter', {
  GET: operation({ run: ({ services, search }) => services.showCreditMeter(parseVisit(search)) }),
})
