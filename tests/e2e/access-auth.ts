import { all, anybody, everyone, row, type Row } from './access-row'

/** The addresses of the sign-in library that are open, by the path behind /api/auth/. */
export const authTable: Record<string, Row> = Object.fromEntries(
  [
    row('', 'POST', 'sign-in/email', everyone(401), { email: 'no@example.test', password: 'wrong' }),
    row('', 'POST', 'sign-in/social', everyone(503), {}),
    row('', 'GET', 'callback/oidc', everyone(302)),
    row('', 'POST', 'two-factor/verify-totp', [400, 400, 400, 401], { code: '000000' }),
    row('', 'POST', 'two-factor/verify-backup-code', [400, 400, 400, 401], { code: 'aaaaa-bbbbb' }),
    row('', 'GET', 'get-session', anybody),
    row('', 'POST', 'request-password-reset', everyone(404), { email: 'no@example.test' }),
    row('', 'POST', 'reset-password', everyone(404), {
      token: 'not-one',
      newPassword: 'a long enough sentence',
    }),
    row('', 'POST', 'change-password', everyone(401), {
      currentPassword: 'wrong',
      newPassword: 'a long enough sentence',
    }),
    row('', 'POST', 'two-factor/enable', everyone(401), { password: 'wrong' }),
    row('', 'POST', 'two-factor/disable', everyone(401), { password: 'wrong' }),
    row('', 'POST', 'two-factor/generate-backup-codes', [400, 400, 400, 401], { password: 'wrong' }),
    row('', 'POST', 'sign-out', all, {}),
  ].map((each) => [each.path, each]),
)
