import { memberSettingsPatch } from '@/lib/contracts/member-settings'
import { operation, route } from '@/lib/server/http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route('/api/me/settings', {
  GET: operation({ run: ({ services }) => services.showSettings() }),
  PATCH: operation({
    body: memberSettingsPatch,
    run: ({ services, body }) => services.patchSettings(body),
  }),
})
