/** What is sent, and what each of these people gets for it. */
export type Row = {
  /** The file of app/ it is an address of. */
  file: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  data?: unknown
  owner: number
  recruiter: number
  viewer: number
  /** A visitor who is not signed in, a guest of a share link, and a browser with a cookie of another installation. */
  others: number
}

export type Statuses = [owner: number, recruiter: number, viewer: number, others: number]

export const all: Statuses = [200, 200, 200, 401]
export const desk: Statuses = [200, 200, 403, 401]
export const owners: Statuses = [200, 403, 403, 401]
export const everyone = (status: number): Statuses => [status, status, status, status]
export const anybody = everyone(200)
export const missing: Statuses = [404, 404, 404, 401]

export const row = (
  file: string,
  method: Row['method'],
  path: string,
  [owner, recruiter, viewer, others]: Statuses,
  data?: unknown,
): Row => ({ file, method, path, data, owner, recruiter, viewer, others })

/** The things that a table's addresses name. */
export type Known = {
  jobId: string
  applicationId: string
  viewerId: string
  /** Of an open share link, and somebody in it. */
  token: string
  ref: string
}
