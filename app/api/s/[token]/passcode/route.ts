import { passcodeRequest } from '@/lib/contracts/guest'
import { guestCall, keeping } from '@/lib/server/http/guest-call'
import { openOperation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/s/:token/passcode', {
  POST: openOperation({
    body: passcodeRequest,
    run: async (call) => {
      const { guest, token, visitor } = guestCall(call)
      return keeping(call, { done: true }, await guest.givePasscode(token, call.body.passcode, visitor))
    },
  }),
})
