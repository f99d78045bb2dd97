import { anybody, everyone, type Known, row, type Row, type Statuses } from './access-row'

/** Every page, and what each of these people gets: 307 leads to the sign-in. */
export function pageTable({ jobId, applicationId, token }: Known): Row[] {
  const led: Statuses = [200, 200, 200, 307]
  return [
    row('(app)', 'GET', '/', led),
    row('(app)/credits', 'GET', '/credits', led),
    row('(app)/inbox', 'GET', '/inbox', led),
    row('(app)/people', 'GET', '/people', led),
    row('(app)/jobs/[jobId]', 'GET', `/jobs/${jobId}`, led),
    row(
      '(app)/jobs/[jobId]/candidates/[applicationId]',
      'GET',
      `/jobs/${jobId}/candidates/${applicationId}`,
      led,
    ),
    row('(app)/jobs/[jobId]/criteria', 'GET', `/jobs/${jobId}/criteria`, led),
    row('(app)/jobs/[jobId]/triage', 'GET', `/jobs/${jobId}/triage`, led),
    row('(app)/jobs/[jobId]/fairness', 'GET', `/jobs/${jobId}/fairness`, led),
    row('(app)/jobs/[jobId]/insights', 'GET', `/jobs/${jobId}/insights`, led),
    row('(app)/jobs/[jobId]/second-opinions', 'GET', `/jobs/${jobId}/second-opinions`, led),
    row(
      '(app)/jobs/[jobId]/second-opinions/[opinionId]',
      'GET',
      `/jobs/${jobId}/second-opinions/nobody`,
      [404, 404, 404, 307],
    ),
    row('(app)/jobs/[jobId]/notice', 'GET', `/jobs/${jobId}/notice`, led),
    row(
      '(app)/jobs/[jobId]/compare',
      'GET',
      `/jobs/${jobId}/compare?c=${applicationId},${encodeURIComponent('another')}`,
      led,
    ),
    row('(print)/jobs/[jobId]/print', 'GET', `/jobs/${jobId}/print`, [200, 200, 404, 307]),
    row('(app)/sandbox', 'GET', '/sandbox', [404, 404, 404, 307]),
    row('(app)/settings', 'GET', '/settings', led),
    row('(app)/settings/keys', 'GET', '/settings/keys', led),
    row('(app)/settings/how-it-works', 'GET', '/settings/how-it-works', led),
    row('(app)/settings/reasons', 'GET', '/settings/reasons', [200, 200, 404, 307]),
    row('(app)/settings/tags', 'GET', '/settings/tags', [200, 200, 404, 307]),
    row('(app)/settings/people', 'GET', '/settings/people', [200, 404, 404, 307]),
    row('(app)/settings/privacy', 'GET', '/settings/privacy', [200, 404, 404, 307]),
    row('(app)/settings/audit', 'GET', '/settings/audit', [200, 404, 404, 307]),
    row('s/[token]', 'GET', `/s/${token}`, anybody),
    row('(app)/settings/links', 'GET', '/settings/links', [200, 200, 404, 307]),
    row('(auth)/sign-in', 'GET', '/sign-in', [307, 307, 307, 200]),
    row('(auth)/setup', 'GET', '/setup', everyone(307)),
    row('(auth)/invitation', 'GET', '/invitation', anybody),
    row('(auth)/new-password', 'GET', '/new-password', anybody),
  ]
}
