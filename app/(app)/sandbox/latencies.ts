/** How long the sandbox may take to answer, in milliseconds: the fewest and the most. */
const latencies = {
  usual: { label: 'Normal (about 1 s)', ms: [400, 1_100] },
  none: { label: 'None', ms: [0, 0] },
  slow: { label: 'Slow (5 to 8 s)', ms: [5_000, 8_000] },
  crawling: { label: 'Very slow (30 s)', ms: [30_000, 30_000] },
  over: { label: 'Over a minute (longer than Shortlist waits)', ms: [65_000, 65_000] },
} as const satisfies Record<string, { label: string; ms: readonly [number, number] }>

type LatencyKey = keyof typeof latencies

export const latencyKeys = Object.keys(latencies) as [LatencyKey, ...LatencyKey[]]

export function getLatency(key: LatencyKey): { label: string; ms: [number, number] } {
  const { label, ms } = latencies[key]
  return { label, ms: [ms[0], ms[1]] }
}
