/** Plants one forbidden import per row of the law in a copy of the sources and sees the law refuse each. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { findBreaches } from './check/import-law.ts';
import { listSources } from './check/list-sources.ts';
import { ROOT } from './check/run-tool.ts';

const copy = mkdtempSync(join(tmpdir(), 'diaba-law-'));
after(() => rmSync(copy, { recursive: true }));

function plant(file: string, imports: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), imports);
}

/** Rooms as the copy has them, whether or not the project has that room yet. */
const targets = [
  'server/domain',
  'server/db',
  'server/registry',
  'server/tiles',
  'server/certificates',
  'server/verifier',
  'server/routes',
  'server/plugins',
  'server/jobs',
  'server/embedded',
  'server/testing',
  'server/cli',
  'gis-import/unpack',
  'gis-import/read',
  'gis-import/convert',
  'gis-import/stage',
  'gis-import/validate',
  'gis-import/report',
  'gis-import/testing',
  'web/map',
  'web/api',
  'web/desk',
  'web/portal',
  'web/ui',
  'web/i18n',
  'templates',
];

/** room's rule, where the offender lies, what it imports. */
const offences: readonly (readonly [rule: string, file: string, imports: string])[] = [
  ['room-domain', 'server/domain/planted.ts', "import '../db/goal.ts';"],
  ['room-domain', 'server/domain/planted-knex.ts', "import 'knex';"],
  ['room-domain', 'server/domain/planted-ol.ts', "import 'ol/Map.js';"],
  ['room-domain-no-node', 'server/domain/planted-node.ts', "import 'node:fs';"],
  ['room-backup', 'server/backup/planted.ts', "import '../routes/goal.ts';"],
  ['room-child', 'server/child/planted.ts', "import '../domain/goal.ts';"],
  ['room-verifier', 'server/verifier/planted.ts', "import '../certificates/goal.ts';"],
  ['room-verifier-no-node', 'server/verifier/planted-node.ts', "import 'node:crypto';"],
  ['room-spreadsheet', 'server/spreadsheet/planted.ts', "import '../db/goal.ts';"],
  ['room-exchange', 'server/exchange/planted.ts', "import '../db/goal.ts';"],
  ['room-db', 'server/db/planted.ts', "import '../registry/goal.ts';"],
  ['room-db', 'server/db/planted-routes.ts', "import '../routes/goal.ts';"],
  ['room-registry', 'server/registry/planted.ts', "import 'fastify';"],
  ['room-registry', 'server/registry/planted-tiles.ts', "import '../tiles/goal.ts';"],
  [
    'room-registry-types-only',
    'server/registry/planted-pg.ts',
    "import pg from 'pg'; export const pool = new pg.Pool();",
  ],
  ['room-tiles', 'server/tiles/planted.ts', "import '../registry/goal.ts';"],
  ['room-certificates', 'server/certificates/planted.ts', "import '../routes/goal.ts';"],
  ['room-routes', 'server/routes/planted.ts', "import '../db/goal.ts';"],
  ['room-routes', 'server/routes/planted-pg.ts', "import 'pg';"],
  ['room-pages', 'server/pages/planted.ts', "import '../registry/goal.ts';"],
  ['room-pages-no-node', 'server/pages/planted-node.ts', "import 'node:fs';"],
  ['room-plugins', 'server/plugins/planted.ts', "import '../db/goal.ts';"],
  ['room-uploads', 'server/uploads/planted.ts', "import '../db/goal.ts';"],
  ['room-jobs', 'server/jobs/planted.ts', "import '../routes/goal.ts';"],
  ['room-messages', 'server/messages/planted.ts', "import '../registry/goal.ts';"],
  ['room-audit', 'server/audit/planted.ts', "import '../jobs/goal.ts';"],
  ['room-requests', 'server/requests/planted.ts', "import '../routes/goal.ts';"],
  ['room-ogc', 'server/ogc/planted.ts', "import '../jobs/goal.ts';"],
  ['room-app', 'server/app.ts', "import './embedded/goal.ts';"],
  ['room-config', 'server/config.ts', "import './db/goal.ts';"],
  ['room-embedded', 'server/embedded/planted.ts', "import '../registry/goal.ts';"],
  ['room-embedded-identity', 'server/embedded/identity/planted.ts', "import '../../db/goal.ts';"],
  ['room-entry', 'server/main.ts', "import '../web/map/goal.ts';"],
  ['testing-only-in-tests', 'server/cli/planted.ts', "import '../testing/goal.ts';"],
  ['room-testing', 'server/testing/planted.ts', "import '../../web/map/goal.ts';"],
  ['room-import-testing', 'gis-import/testing/planted.ts', "import '../../web/map/goal.ts';"],
  ['testing-only-in-tests', 'gis-import/planted-testing.ts', "import './testing/goal.ts';"],
  ['room-unpack', 'gis-import/unpack/planted.ts', "import '../read/goal.ts';"],
  ['room-read', 'gis-import/read/planted.ts', "import '../convert/goal.ts';"],
  ['room-convert', 'gis-import/convert/planted.ts', "import '../../server/db/goal.ts';"],
  ['room-stage', 'gis-import/stage/planted.ts', "import '../../server/routes/goal.ts';"],
  ['room-validate', 'gis-import/validate/planted.ts', "import '../../server/db/goal.ts';"],
  ['room-validate-registry', 'gis-import/validate/registry/planted.ts', "import '../../../server/registry/goal.ts';"],
  ['room-scan-pages', 'gis-import/scan/planted.ts', "import '../../server/db/goal.ts';"],
  ['room-scan-work', 'gis-import/scan/work/planted.ts', "import '../../../server/routes/goal.ts';"],
  ['room-demo-paper', 'gis-import/demo/paper/planted.ts', "import '../../../server/db/goal.ts';"],
  ['room-report', 'gis-import/report/planted.ts', "import '../stage/goal.ts';"],
  ['room-journey', 'gis-import/pipeline.ts', "import '../server/plugins/goal.ts';"],
  ['room-journey', 'gis-import/demo/planted.ts', "import '../../server/routes/goal.ts';"],
  ['room-map', 'web/map/planted.ts', "import '../api/goal.ts';"],
  ['room-api', 'web/api/planted.ts', "import '../ui/goal.ts';"],
  ['room-screens-desk', 'web/desk/planted.ts', "import '../portal/goal.ts';"],
  ['room-screens-desk', 'web/desk/planted-ol.ts', "import 'ol/Map.js';"],
  ['room-screens-portal', 'web/portal/planted.ts', "import '../../server/registry/goal.ts';"],
  ['room-screens-portal', 'web/portal/planted-ol.ts', "import 'ol/Map.js';"],
  ['room-ui', 'web/ui/planted.ts', "import '../../server/domain/goal.ts';"],
  ['room-i18n', 'web/i18n/planted.ts', "import '../api/goal.ts';"],
  ['room-web-build', 'web/vite.config.ts', "import '../server/db/goal.ts';"],
  ['room-migrations', 'migrations/planted.ts', "import '../server/domain/goal.ts';"],
  ['room-templates', 'templates/planted.ts', "import '../server/domain/goal.ts';"],
  ['no-circle', 'server/db/circle-a.ts', "import './circle-b.ts';"],
  ['unresolved', 'server/db/planted-unresolved.ts', "import './does-not-exist.ts';"],
  ['tests-import-no-tests', 'server/db/planted.test.ts', "import './other.test.ts';"],
];

test('each row of the import law refuses the import it forbids, type-only imports too', async () => {
  cpSync(join(ROOT, '.dependency-cruiser.cjs'), join(copy, '.dependency-cruiser.cjs'));
  cpSync(join(ROOT, 'tsconfig.json'), join(copy, 'tsconfig.json'));
  cpSync(join(ROOT, 'package.json'), join(copy, 'package.json'));
  for (const file of listSources(ROOT)) cpSync(join(ROOT, file), join(copy, file), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  for (const room of targets) plant(`${room}/goal.ts`, 'export const goal = 1;\nexport type Goal = 1;\n');
  plant('server/db/circle-b.ts', "import './circle-a.ts';");
  plant('server/db/other.test.ts', '');
  for (const [, file, imports] of offences) plant(file, `${imports}\n`);
  plant('server/routes/planted-type.ts', "import type { Goal } from '../db/goal.ts';\nexport type Mine = Goal;\n");
  plant('server/tiles/planted-type.ts', "import type pg from 'pg';\nexport type Pool = pg.Pool;\n");

  const breaches = await findBreaches(copy);
  const of = (file: string) => breaches.filter((breach) => breach.from === file).map((breach) => breach.rule);
  for (const [rule, file, imports] of offences) assert.ok(of(file).includes(rule), `${file}: ${imports} → ${of(file)}`);
  assert.deepEqual(of('server/routes/planted-type.ts'), ['room-routes']);
  assert.deepEqual(of('server/tiles/planted-type.ts'), [], 'the type of a connection may be named');

  const law = (await import(join(ROOT, '.dependency-cruiser.cjs'))).default as { forbidden: { name: string }[] };
  const planted = new Set(offences.map(([rule]) => rule));
  const untested = law.forbidden
    .map(({ name }) => name)
    .filter((name) => !planted.has(name) && !/-(no-node|types-only)$/.test(name));
  assert.deepEqual(untested, [], 'every rule has an offender planted');
});

test('the law does not pass blind', async () => {
  plant('server/db/hidden/node_modules.ts', 'export {};\n');
  writeFileSync(
    join(copy, '.dependency-cruiser.cjs'),
    "module.exports = { forbidden: [], options: { exclude: { path: 'hidden' }, tsPreCompilationDeps: true } };",
  );
  await assert.rejects(findBreaches(copy), /did not see 1 files: server\/db\/hidden/);
});
