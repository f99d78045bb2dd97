import { AppError } from '@/lib/server/platform/app-error'
import { openOperation, route } from '@/lib/server/http/route'

const nothingHere = openOperation({
  run: async () => {
    throw new AppError('not_found')
  },
})

// Without this, an unknown API address would answer an HTML page to a script.
export const { GET, POST, PUT, PATCH, DELETE } = route('/api/*', {
  GET: nothingHere,
  POST: nothingHere,
  PUT: nothingHere,
  PATCH: nothingHere,
  DELETE: nothingHere,
})
