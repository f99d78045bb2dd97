import { exportedPerson } from '@/lib/contracts/export'
import type { Month } from '@/lib/contracts/month'
import { personText } from '@/lib/domain/person-text'
import { exportFile } from '@/lib/query/export'
import type { JobRef } from '@/lib/url/paths'

/**
 * A person as text. Read as an export, so that it holds what the reader may take out and stands in the audit log.
 * @param asOf the month up to which a current job lasts
 * @param link to them in this product
 * @throws ProblemError, or an error that says what happened
 */
export async function readPersonCard(
  ref: JobRef,
  applicationId: string,
  { asOf, link }: { asOf: Month; link: string },
): Promise<string> {
  const { content } = await exportFile(ref, { format: 'jsonl', applicationIds: [applicationId] })
  const line = await content.text()
  if (line === '') throw new Error('This person is not stored any more.')
  return personText(exportedPerson.parse(JSON.parse(line)), asOf, link)
}
