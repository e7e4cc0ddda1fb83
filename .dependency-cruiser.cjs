// The layout as rules: domain and routing know nothing of ours, API features import leftwards only,
// web features never import each other, and the web knows the API only through schema.graphql.
const features = ['platform', 'people', 'sites', 'equipment', 'placement', 'reservations', 'transport', 'budget', 'insight'];
const api = (names) => `^apps/api/src/(${names.join('|')})/`;

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'libraries-stand-alone',
      severity: 'error',
      from: { path: '^libs/(domain|routing)/src', pathNot: '\\.spec\\.ts$' },
      // highs solves the set partitioning of the route pool.
      to: { pathNot: '^(libs/(domain|routing)/src|node_modules/highs/|(node:)?(worker_threads|os|url|perf_hooks|fs|path)$)' },
    },
    {
      name: 'libraries-apart',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: '^libs/$1/' },
    },
    { name: 'web-knows-only-the-schema', severity: 'error', from: { path: '^apps/web/' }, to: { path: '^(apps/api|tools)/' } },
    { name: 'api-knows-no-web', severity: 'error', from: { path: '^apps/api/src' }, to: { path: '^(apps/web|tools)/' } },
    {
      name: 'library-by-its-entry',
      severity: 'error',
      from: { path: '^(apps|tools)/' },
      to: { path: '^libs/[^/]+/src/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    ...features.slice(0, -1).map((feature, at) => ({
      name: `api-${feature}-imports-leftwards`,
      severity: 'error',
      from: { path: api([feature]), pathNot: '\\.spec\\.ts$' },
      to: { path: api(features.slice(at + 1)) },
    })),
    {
      name: 'web-features-apart',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'web-ui-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/web/src/(ui|graphql)/' },
      to: { path: '^apps/web/src/(features|app)/' },
    },
    {
      name: 'web-features-know-no-page',
      severity: 'error',
      from: { path: '^apps/web/src/features/' },
      to: { path: '^apps/web/src/app/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.tsc|generated|\\.karavaan)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'types', 'default'],
    },
  },
};
