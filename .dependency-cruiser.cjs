/**
 * The import law: which room may import which. Read by `npm run check` (server/cli/check/import-law.ts), which also
 * refuses to pass when it saw fewer modules than there are source files. What a row does not allow is forbidden.
 * Tests may reach further: they build what they test.
 */

/** Packages every room but the listed bare ones may use: words and schemas. */
const everywhere = ['typebox'];

/**
 * own: the room's files. may: rooms it may import besides its own. packages: npm packages it may import.
 * node: whether it may import node:* modules. typesOf: packages of which it may import types only (a connection passed along).
 */
const rooms = [
  { name: 'domain', own: '^server/domain/', may: [], packages: ['proj4', '@turf', 'polylabel', 'hucre'], node: false },
  { name: 'child', own: '^server/child/', may: [], packages: [], node: true },
  {
    name: 'spreadsheet',
    own: '^server/spreadsheet/',
    may: ['^server/(domain|child)/'],
    packages: ['hucre', 'yauzl'],
    node: true,
  },
  { name: 'exchange', own: '^server/exchange/', may: ['^server/domain/'], packages: ['yazl'], node: true },
  { name: 'db', own: '^server/db/', may: ['^server/domain/'], packages: ['knex', 'pg', 'pg-copy-streams'], node: true },
  {
    name: 'registry',
    own: '^server/registry/',
    may: ['^server/(domain|db|spreadsheet|exchange)/', '^templates/certificates/certificate/versions\\.ts$'],
    packages: [],
    typesOf: ['pg'],
    node: true,
  },
  {
    name: 'tiles',
    own: '^server/tiles/',
    may: ['^server/domain/', '^server/db/'],
    packages: [],
    typesOf: ['pg'],
    node: true,
  },
  {
    name: 'certificates',
    own: '^server/certificates/',
    // It keeps its papers in the registry's store and reads parcels as the registry does.
    may: ['^server/(domain|db|registry|verifier)/', '^templates/'],
    packages: ['pdf-lib', '@pdf-lib', 'bwip-js', 'pkijs', 'asn1js', 'jose', 'yazl'],
    typesOf: ['pg'],
    node: true,
  },
  // The same code decides on the server and in the browser.
  { name: 'verifier', own: '^server/verifier/', may: ['^server/domain/'], packages: ['pkijs', 'asn1js'], node: false },
  { name: 'pages', own: '^server/pages/', may: ['^server/domain/'], packages: ['bwip-js', 'marked'], node: false },
  {
    name: 'routes',
    own: '^server/routes/',
    may: ['^server/(domain|registry|tiles|ogc|certificates|plugins|pages)/'],
    packages: ['fastify', '@fastify'],
    node: true,
  },
  {
    name: 'plugins',
    own: '^server/plugins/',
    may: ['^server/(domain|registry|tiles|certificates|pages)/'],
    packages: ['fastify', '@fastify', 'pino', 'jose', 'openid-client', 'keycloak-connect', 'prom-client'],
    node: true,
  },
  {
    name: 'uploads',
    own: '^server/uploads/',
    may: ['^server/(domain|registry|plugins)/'],
    packages: ['fastify', '@tus'],
    typesOf: ['pg'],
    node: true,
  },
  {
    name: 'jobs',
    own: '^server/jobs/',
    may: ['^server/(domain|db|registry)/'],
    packages: ['pg-boss'],
    typesOf: ['pg'],
    node: true,
  },
  {
    name: 'messages',
    own: '^server/messages/',
    may: ['^server/domain/'],
    packages: ['nodemailer'],
    node: true,
  },
  { name: 'audit', own: '^server/audit/', may: ['^server/(domain|db|registry)/'], packages: [], node: true },
  { name: 'requests', own: '^server/requests/', may: ['^server/(domain|db|registry)/'], packages: [], node: true },
  {
    name: 'ogc',
    own: '^server/ogc/',
    may: ['^server/(domain|db|registry|tiles)/'],
    packages: [],
    typesOf: ['pg'],
    node: true,
  },
  { name: 'config', own: '^server/config\\.ts$', may: ['^server/domain/'], packages: [], node: true },
  {
    name: 'app',
    own: '^server/app\\.ts$',
    may: ['^server/(?!embedded/|backup/|cli/|testing/|main\\.ts$)'],
    packages: ['fastify', '@fastify', 'pino'],
    typesOf: ['pg'],
    node: true,
  },
  {
    name: 'embedded',
    own: '^server/embedded/(?!identity/)',
    may: ['^server/domain/'],
    packages: ['pg'], // superusers' work: roles, databases, extensions; it must not lean on the registry's own SQL
    node: true,
  },
  {
    name: 'embedded-identity',
    own: '^server/embedded/identity/',
    may: ['^server/(domain|pages)/'],
    packages: ['pg', 'jose', 'oidc-provider'], // keeps its own schema: it must not lean on the registry's SQL either
    node: true,
  },
  {
    name: 'backup',
    own: '^server/backup/',
    may: ['^server/(embedded|registry)/(?!identity/)'],
    packages: ['pg', 'age-encryption', 'tar-stream'], // superusers' work as in embedded; the form of the file
    node: true,
  },
  {
    name: 'entry',
    own: '^server/(main\\.ts$|cli/)|^gis-import/(demo/)?cli\\.ts$',
    may: ['^server/', '^gis-import/(?!(unpack|read|convert|stage|validate)/)', '^web/dist/'],
    packages: [
      'pino',
      'fastify',
      'pg',
      'knex',
      'playwright-core',
      'typescript',
      'pdf-lib',
      '@pdf-lib',
      'age-encryption',
    ],
    node: true,
  },
  {
    name: 'testing',
    own: '^server/testing/',
    may: ['^server/', '^gis-import/(pipeline|worker|name-work-error|parse/|demo/)'],
    packages: ['fastify', 'pg', 'knex', 'playwright-core', 'yazl', 'axe-core'],
    node: true,
  },
  {
    name: 'import-testing',
    own: '^gis-import/testing/',
    may: ['^gis-import/', '^server/'],
    packages: ['pg', 'yazl'],
    node: true,
  },
  { name: 'unpack', own: '^gis-import/unpack/', may: ['^server/domain/'], packages: ['yauzl'], node: true },
  { name: 'read', own: '^gis-import/read/', may: ['^server/domain/'], packages: ['gdal3\\.js', 'sax'], node: true },
  { name: 'convert', own: '^gis-import/convert/', may: ['^server/domain/'], packages: ['polylabel'], node: true },
  {
    name: 'stage',
    own: '^gis-import/stage/',
    may: ['^server/(domain|db)/'],
    packages: ['pg-copy-streams'],
    node: true,
  },
  {
    name: 'validate',
    own: '^gis-import/validate/(?!registry(/|\\.ts$|-))',
    may: ['^server/domain/', '^gis-import/validate/registry'],
    packages: ['polylabel'],
    node: true,
  },
  {
    name: 'validate-registry',
    own: '^gis-import/validate/registry(/|\\.ts$|-)',
    may: ['^server/(domain|db)/', '^gis-import/validate/'],
    packages: [],
    node: true,
  },
  {
    name: 'scan-pages',
    own: '^gis-import/scan/(?!work/)',
    may: ['^server/domain/', '^templates/documents/', '^server/child/'],
    packages: ['sharp', '@hyzyla/pdfium', 'pdf-lib', 'zxing-wasm', 'tesseract.js-core', '@tesseract.js-data'],
    node: true,
  },
  {
    name: 'scan-work',
    own: '^gis-import/scan/work/',
    may: ['^server/(domain|db|registry)/', '^gis-import/scan/'],
    packages: [],
    typesOf: ['pg'],
    node: true,
  },
  {
    name: 'demo-paper',
    own: '^gis-import/demo/paper/',
    may: ['^server/domain/', '^gis-import/demo/(file|sheet)/'],
    packages: ['sharp', '@hyzyla/pdfium', 'pdf-lib', '@pdf-lib', 'bwip-js', '@expo-google-fonts'],
    node: true,
  },
  { name: 'report', own: '^gis-import/report/', may: ['^server/domain/'], packages: [], node: true },
  {
    name: 'journey',
    own: '^gis-import/(?!(demo/)?cli\\.ts$|(unpack|read|convert|stage|validate|report|scan|demo/paper)/)',
    may: [
      '^gis-import/(?!(demo/)?cli\\.ts$)',
      '^server/(domain|db|registry|child|spreadsheet|embedded)/',
      '^server/config\\.ts$',
    ],
    packages: ['yazl', 'polylabel'],
    typesOf: ['pg'],
    node: true,
  },
  {
    name: 'map',
    own: '^web/map/',
    may: ['^server/domain/'],
    packages: ['ol', '@turf', 'proj4', 'jsts', 'rbush'],
    node: false,
  },
  { name: 'api', own: '^web/api/', may: ['^server/domain/'], packages: ['tus-js-client'], node: false },
  {
    name: 'screens-desk',
    own: '^web/desk/',
    may: ['^web/(map|api|ui|i18n)/', '^server/domain/'],
    packages: ['react', 'react-dom', 'react-router', '@mantine', '@tanstack', 'i18next', 'react-i18next'],
    node: false,
  },
  {
    name: 'screens-portal',
    own: '^web/portal/',
    may: ['^web/(map|api|ui|i18n)/', '^server/(domain|verifier)/'],
    packages: ['@fontsource', '@github'],
    node: false,
  },
  { name: 'ui', own: '^web/ui/', may: [], packages: ['react', '@mantine', '@fontsource'], node: false },
  { name: 'i18n', own: '^web/i18n/', may: ['^server/domain/'], packages: ['i18next'], node: false },
  { name: 'web-build', own: '^web/[^/]+$', may: [], packages: ['vite', 'rolldown'], node: true },
  { name: 'migrations', own: '^migrations/', may: [], packages: ['knex'], node: true, bare: true },
  { name: 'templates', own: '^templates/', may: [], packages: [], node: false, bare: true },
];

const notTests = '\\.test\\.tsx?$';
const npm = (name) => `(^|/)node_modules/(@types/)?${name}/`;
const nodeModule = { dependencyTypes: ['core'] };

const rules = rooms.flatMap(({ name, own, may, packages, typesOf = [], node, bare }) => {
  const allowed = [...may, ...[...packages, ...typesOf, ...(bare ? [] : everywhere)].map(npm)];
  const law = {
    name: `room-${name}`,
    severity: 'error',
    from: { path: own, pathNot: notTests },
    // node:* is judged by its own rule; the rest must be the room's own or on its list.
    to: { pathNot: [own, ...allowed], dependencyTypesNot: ['core'] },
  };
  const pure = { name: `room-${name}-no-node`, severity: 'error', from: law.from, to: nodeModule };
  const typesOnly = {
    name: `room-${name}-types-only`,
    severity: 'error',
    from: law.from,
    to: { path: typesOf.map(npm), dependencyTypesNot: ['type-only'] },
  };
  return [law, ...(node ? [] : [pure]), ...(typesOf.length > 0 ? [typesOnly] : [])];
});

module.exports = {
  forbidden: [
    ...rules,
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'testing-only-in-tests',
      severity: 'error',
      // Dump, pictures and measures of the archive want what a test wants: a fresh database, migrated and thrown away; a browser.
      from: {
        pathNot: [
          '^(server|gis-import)/testing/',
          '^server/cli/(dump-schema|screenshots|bench/(archivist|workers))\\.ts$|^server/cli/screenshots/',
          notTests,
        ],
      },
      to: { path: '^(server|gis-import)/testing/' },
    },
    { name: 'tests-import-no-tests', severity: 'error', from: {}, to: { path: notTests } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^web/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
