import 'server-only'
import type { PersonRef } from '@/lib/contracts/privacy'
import { answerHeaders, type Call } from './route'

/** What is stored of somebody, as a JSON file for them to read. */
export async function exportedPerson({ services, body, requestId }: Call<PersonRef>): Promise<Response> {
  const data = await services.exportPerson(body)
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: answerHeaders(requestId, {
      'content-type': 'application/json',
      // Without their name: files lie in folders that others see.
      'content-disposition': 'attachment; filename="person.json"',
    }),
  })
}
