/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  devIndicators: false,
  // The store and the logger load native or worker files of their own; bundling would lose them.
  serverExternalPackages: ['@electric-sql/pglite', 'pg', 'pino', 'thread-stream'],
}

export default config
