export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
export type Route = Record<Method, Handler>

const files = import.meta.glob<Route>('/app/api/**/route.ts', { eager: true })

const patternOf = (file: string) =>
  file
    .replace(/^\/app|\/route\.ts$/g, '')
    .replace(/\[\.\.\.\w+\]/g, '*')
    .replace(/\[(\w+)\]/g, ':$1')

// A word of an address goes before a placeholder, and that before what catches all.
const rank = (pattern: string) => pattern.replaceAll('*', '\uffff').replaceAll(':', '\ufffe')
/** Every address, as the framework finds them in app/api; a `*` stands for any further parts. */
export const everyRoute = Object.entries(files)
  .map(([file, route]): [string, Route] => [patternOf(file), route])
  .sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))

/** Every address of one shape. */
export const routes = everyRoute.filter(([pattern]) => !pattern.includes('*'))

/** The handlers of an address and its parameters; what no file stands for goes to the one that catches all. */
export function findRoute(path: string): { handlers: Route; params: Record<string, string> } {
  const parts = path.split('/')
  for (const [pattern, handlers] of everyRoute) {
    const names = pattern.split('/')
    const open = names.at(-1) === '*'
    if (open ? names.length > parts.length : names.length !== parts.length) continue
    if (!names.every((name, at) => name === '*' || name.startsWith(':') || name === parts[at])) continue
    const params = names.flatMap((name, at) =>
      name.startsWith(':') ? [[name.slice(1), decodeURIComponent(parts[at] ?? '')] as const] : [],
    )
    return { handlers, params: Object.fromEntries(params) }
  }
  throw new Error(`no file of app/api answers ${path}`)
}
