import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/jobs', {
  GET: operation({ run: ({ services }) => services.listJobs() }),
})
