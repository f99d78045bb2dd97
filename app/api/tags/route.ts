import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/tags', {
  GET: operation({ run: ({ services }) => services.listTags() }),
})
