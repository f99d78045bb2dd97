import 'server-only'

type Sample = { suffix?: string; labels?: Record<string, string>; value: number }
export type Metric = { name: string; type: 'counter' | 'gauge' | 'summary'; help: string; samples: Sample[] }

const escapeLabel = (value: string) =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

function toLine(name: string, { suffix = '', labels = {}, value }: Sample): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`)
  return `${name}${suffix}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`
}

/** Metrics in the text format of Prometheus, version 0.0.4, in which every metric stands below its type and help. */
export const toMetricsText = (metrics: readonly Metric[]): string =>
  metrics
    .flatMap(({ name, type, help, samples }) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${type}`,
      ...samples.map((sample) => toLine(name, sample)),
    ])
    .map((line) => `${line}\n`)
    .join('')
