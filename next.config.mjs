/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Written into the code on both sides: by it a page notices that the server has been updated.
  env: { SHORTLIST_BUILD: process.env.SHORTLIST_BUILD ?? '' },
  agentRules: false,
  devIndicators: false,
  // The address that is printed; in development Next takes every name but localhost for another site's.
  allowedDevOrigins: ['127.0.0.1'],
  serverExternalPackages: [
    // The store and the logger load native or worker files of their own; bundling would lose them.
    '@electric-sql/pglite',
    'pg',
    'pino',
    'thread-stream',
    // Large ones: the bundler writes whatever a route uses into a chunk of that route alone, and the server keeps the
    // text of every chunk. Bundled, these took 75 MB of memory, once for each route.
    '@zxcvbn-ts/language-common',
    'better-auth',
    'drizzle-orm',
    'rate-limiter-flexible',
    'any-ascii',
    'nodemailer',
    'undici',
  ],
  // React has had the hook since 18; the package is for those before.
  turbopack: { resolveAlias: { 'use-sync-external-store/shim': 'react' } },
  // Nothing uses it, and it is a door that fetches what an address names.
  images: { unoptimized: true },
  // What the server lets through at all: scripts/shell/gate.mjs.
  experimental: {
    serverActions: { bodySizeLimit: '64kb' },
    proxyClientMaxBodySize: '64kb',
    // Bytes of source. Few large chunks: apart, what a page sends compresses to 1.5 % more.
    turbopackChunking: {
      firstPageLoadPriority: 1,
      requestCost: 5_000_000,
      minChunkSize: 400_000,
      maxMergeChunkSize: 5_000_000,
    },
  },
  // Its address changes with it; else a browser asks for it again at every change of the address bar.
  headers: async () => [
    {
      source: '/icon.svg',
      headers: [{ key: 'cache-control', value: 'public, max-age=31536000, immutable' }],
    },
  ],
}

export default config
