/**
 * What may import what. A room imports rooms below it alone, and nothing imports in a circle.
 *
 * The floors of story-blocks' server, from the ground up. `assemble.ts` joins the parts that live as long as the
 * application; what answers requests stands above it.
 */
const FLOORS = [
  ['lib'],
  ['addresses'],
  ['newsroom'],
  ['db', 'delivery'],
  ['access', 'troubles'],
  ['holds'],
  ['cards'],
  ['curation'],
  ['related'],
  ['blocks'],
  ['pages'],
  ['drafts'],
  ['settings', 'upkeep'],
  ['assemble.ts'],
  ['stories', 'desk', 'services', 'measured.ts'],
  ['graphql'],
  ['permissions.ts', 'roles.ts', 'register.ts', 'bootstrap.ts', 'index.ts'],
];

const SERVER = '^src/plugins/story-blocks/server/src/';
const room = (name) => (name.endsWith('.ts') ? name.replaceAll('.', '\\.') : `${name}/`);
const rooms = (floors) => `${SERVER}(?:${floors.flat().map(room).join('|')})`;

const upwards = FLOORS.slice(0, -1).map((floor, at) => ({
  name: `${floor.join('-and-')}-imports-nothing-above-it`,
  severity: 'error',
  comment: 'A room imports rooms below it alone: move what both need further down.',
  from: { path: rooms([floor]) },
  to: { path: rooms(FLOORS.slice(at + 1)) },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      comment:
        'Files that import each other cannot be read one after the other: move what ties them to a file of its own.',
      from: { path: '^(?:src|packages|tests|scripts|config|bench)/' },
      to: { circular: true },
    },
    ...upwards,
    {
      name: 'every-room-has-a-floor',
      severity: 'error',
      comment: 'Name the new folder in FLOORS, where it belongs.',
      from: { path: SERVER, pathNot: rooms(FLOORS) },
      to: {},
    },
    {
      name: 'contracts-know-no-server',
      severity: 'error',
      from: { path: '^src/plugins/[^/]+/(?:shared|text|client)/' },
      to: { path: '^src/plugins/[^/]+/(?:server|admin)/' },
    },
    {
      name: 'admin-and-server-meet-in-contracts',
      severity: 'error',
      from: { path: '^src/plugins/[^/]+/admin/' },
      to: { path: '^src/plugins/[^/]+/server/' },
    },
    {
      name: 'plugins-know-no-application',
      severity: 'error',
      from: { path: '^src/plugins/' },
      to: { path: '^src/(?!plugins/)' },
    },
    {
      name: 'packages-know-no-plugin',
      severity: 'error',
      comment: 'What the plugins share stands below all of them: pass in what it needs.',
      from: { path: '^packages/' },
      to: { path: '^src/' },
    },
    {
      name: 'shared-parts-of-packages-know-no-side',
      severity: 'error',
      from: { path: '^packages/[^/]+/shared/' },
      to: { path: '^packages/[^/]+/(?:server|admin)/' },
    },
    {
      name: 'packages-are-used-by-their-entries',
      severity: 'error',
      from: { path: '^(?:src|tests|scripts|bench)/', pathNot: '^scripts/lib/' },
      to: { path: '^packages/[^/]+/(?:server|admin|shared)/src/(?!index[.]ts$)' },
    },
    {
      name: 'measurements-use-public-entries',
      severity: 'error',
      comment: 'Measure by HTTP, by the services, or by what `measured.ts` opens.',
      from: { path: '^bench/' },
      to: { path: '^src/plugins/[^/]+/(?!shared/src/index[.]ts$|server/src/measured[.]ts$)' },
    },
    {
      name: 'only-measurements-are-measured',
      severity: 'error',
      from: { pathNot: '^bench/' },
      to: { path: `${SERVER}measured[.]ts$` },
    },
    {
      name: 'the-client-knows-contracts-alone',
      severity: 'error',
      from: { path: '^src/plugins/story-blocks/client/' },
      to: { path: '^src/plugins/story-blocks/(?!client/|shared/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)(?:node_modules|dist|build|\\.tmp|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
      // Workspaces that name each other are followed to their sources.
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default'],
    },
  },
};
