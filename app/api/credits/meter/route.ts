import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/credits/meter', {
  GET: operation({ run: ({ services }) => services.showCreditMeter() }),
})
