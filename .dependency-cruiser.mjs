const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(app|components|lib|tests)/', pathNot: allowed },
})

const none = '^$'
const contracts = '^lib/contracts/'
const domain = '^lib/domain/'
const redaction = '^lib/redaction/'
const url = '^lib/url/'
const query = '^lib/query/'

// The floors of the server, each a row: a folder knows itself and the rows below its own.
const rows = [
  ['platform'],
  ['db', 'providers'],
  ['auth'],
  ['audit'],
  ['candidates', 'members'],
  ['purchases'],
  ['privacy'],
  ['sharing', 'reviews', 'jobs', 'events'],
  ['exports'],
  ['runtime'],
  ['http'],
]
const server = (...folders) => `^lib/server/(${folders.join('|')})/`
// What a floor may know beside the server's own.
const ground = [contracts, domain]
const outside = {
  platform: ground,
  db: ground,
  providers: [...ground, '^lib/sandbox/'],
  runtime: [...ground, url, '^lib/sandbox/'],
}
const floors = rows.flatMap((row, at) =>
  row.map((folder) =>
    only(
      `floor-${folder}`,
      server(folder),
      [server(folder, ...rows.slice(0, at).flat()), ...(outside[folder] ?? [...ground, redaction, url])],
      'Each floor of the server knows only those below.',
    ),
  ),
)

/** @type {import('dependency-cruiser').IConfiguration} */
const config = {
  forbidden: [
    only('contracts-alone', contracts, [contracts], 'What crosses the wire depends on nothing of ours.'),
    only('domain-pure', domain, [domain, contracts], 'Rules know shapes, and nothing else.'),
    only('url-zone', url, [url, contracts, domain], 'The address knows the view.'),
    only(
      'query-zone',
      query,
      [query, url, contracts, domain],
      'Query options run on both sides of the wire.',
    ),
    only(
      'sandbox-zone',
      '^lib/sandbox/',
      ['^lib/sandbox/', contracts, domain],
      'The stand-in knows nothing of the product.',
    ),
    only(
      'redaction-zone',
      redaction,
      [redaction, domain, contracts],
      'What takes names out of texts knows shapes and rules.',
    ),
    only('ui-zone', '^components/ui/', ['^components/ui/'], 'Primitives know nothing of the product.'),
    only(
      'shared-zone',
      '^components/shared/',
      ['^components/(shared|ui)/', query, url, contracts, domain],
      'What several features draw knows none of them.',
    ),
    {
      ...only(
        'features-apart',
        '^components/([^/]+)/',
        ['^components/$1/', '^components/(shared|ui)/', query, url, contracts, domain],
        'A feature can be deleted with its folder: routes compose features.',
      ),
      from: { path: '^components/([^/]+)/', pathNot: '^components/(shared|ui)/' },
    },
    ...floors,
    only(
      'stores-know-stores',
      '^lib/server/[^/]+/store/',
      ['^lib/server/[^/]+/store/', server('db', 'platform'), ...ground, url],
      'SQL stands below the rules that use it.',
    ),
    {
      name: 'http-through-services',
      comment: 'HTTP asks services, never a store.',
      severity: 'error',
      from: { path: server('http') },
      to: { path: '^lib/server/([^/]+/store|db|providers)/' },
    },
    {
      name: 'adapters-behind-their-interface',
      comment:
        'Only what connects and lists adapters knows one: wire format, page size and price stay in its folder.',
      severity: 'error',
      from: { path: '^(app|lib)/', pathNot: '^lib/server/providers/([^/]+/|connect\\.ts$|readers\\.ts$)' },
      to: { path: '^lib/server/providers/[^/]+/' },
    },
    {
      name: 'adapters-apart',
      severity: 'error',
      from: { path: '^lib/server/providers/([^/]+)/' },
      to: { path: '^lib/server/providers/[^/]+/', pathNot: '^lib/server/providers/$1/' },
    },
    {
      name: 'app-through-services',
      comment: 'Routes ask services, never the store or the provider.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^lib/server/([^/]+/store|db|providers)/' },
    },
    {
      name: 'nothing-imports-app-or-tests',
      severity: 'error',
      from: { pathNot: '^(app|tests)/' },
      to: { path: '^(app|tests)/' },
    },
    {
      name: 'app-not-from-tests',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^tests/' },
    },
    {
      name: 'browser-never-reaches-the-server',
      comment: 'Components, and all they reach, end up in browsers.',
      severity: 'error',
      from: { path: '^(components|lib/(contracts|domain|redaction|url|query))/' },
      to: { path: '^lib/(server|sandbox)/', reachable: true },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-package-in-the-product',
      severity: 'error',
      from: { path: '^(app|components|lib)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: none },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}

export default config
