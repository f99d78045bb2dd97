import { openOperation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/ready', {
  GET: openOperation({
    run: async ({ runtime }) => {
      await runtime.ping()
      // Reading goes on where nothing can be bought: the server stays in service, and says so.
      return { status: 'ready', canBuy: await runtime.canBuy() }
    },
  }),
})
