/**
 * Every command that the documentation prints is run here, as it is printed, against the real program with its demonstration; or it
 * stands in the list of those that cannot be run, with the reason. A new one that is neither fails.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { readConfig } from './config.ts';
import { findFreePort } from './embedded/find-free-port.ts';
import { mayBeEmpty } from './testing/not-empty.ts';
import { commandsOf, docFiles, fencesOf, readDoc } from './testing/read-docs.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const PRINTED = 'http://127.0.0.1:8080';

/** What is not run, and why. */
const NOT_RUN: readonly (readonly [command: RegExp, reason: string])[] = [
  [/^git clone /, 'the address is each reader’s own'],
  [
    /^(NODE_ENV=production )?npm start$/,
    'this test starts what it starts; a production is tried by its settings, below',
  ],
  [
    /^export (DIABA_|KC_)|\/opt\/keycloak/,
    'a machine with Keycloak; sign-in-keycloak.test.ts starts one from the same realm file',
  ],
  [
    /^export (\w*DATABASE_URL|PERSONAL_DATA_KEY|SESSION_SECRET|KEYCLOAK_\w+|PUBLIC_URL|TRUST_PROXY)=/,
    'settings of a production: read by the test of settings, below',
  ],
  [/^export PGHOST=|^dropdb |^pg_restore /, 'drops and restores a database as superuser; server/db tests restore one'],
  [/admin -- restore /, 'makes a private database; server/backup/backup.test.ts restores by this command'],
  [/^ogrinfo /, 'GDAL is no part of the program'],
  [/^npm run db:migrate$/, 'every test database is migrated'],
];
/** Words that end a command otherwise than by success: what is asked is refused on purpose. */
const REFUSED_ON_PURPOSE = /portal\/parcels\?sheet=12'$/;

const notRun = (command: string) => NOT_RUN.find(([pattern]) => pattern.test(command));

let database: TestDatabase;
let folder: string;
let base: string;
let env: Record<string, string>;
let server: ChildProcess;

before(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'diaba-docs-'));
  const port = await findFreePort();
  base = `http://127.0.0.1:${port}`;
  const { urls } = database;
  env = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    DATABASE_URL: urls.app,
    MIGRATION_DATABASE_URL: urls.migrator,
    PORTAL_DATABASE_URL: urls.portal,
    TILES_DATABASE_URL: urls.tiles,
    PERSONAL_DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
    STORAGE_DIR: join(folder, 'var'),
    PORT: String(port),
    DIABA_DEMO: '1',
    LOG_LEVEL: 'warn',
    LANG: 'en_US.UTF-8',
    REPOSITORY: ROOT,
  };
  server = spawn(process.execPath, [join(ROOT, 'server/main.ts')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  const ready = new Promise<boolean>((resolve) => {
    server.stdout!.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes('Địa Bạ is ready.')) resolve(true);
    });
    server.on('exit', () => resolve(false));
  });
  assert.ok(await ready, said);
});
after(async () => {
  if (server?.exitCode === null) {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
  if (folder) rmSync(folder, { recursive: true });
  await database?.drop();
});

/** A new folder is the reader's; npm runs in the repository; curl fails where it is answered with a refusal. */
const SHELL = `set -euo pipefail
npm() {
  local all=() one
  for one in "$@"; do if [ -e "$PWD/$one" ]; then all+=("$PWD/$one"); else all+=("$one"); fi; done
  (cd "$REPOSITORY" && command npm "\${all[@]}")
}
curl() { command curl -sS --fail "$@"; }
`;

async function runPage(commands: readonly string[]): Promise<string> {
  const script = commands.flatMap((command) => [
    `printf '%s\\n' ${quote(`$ ${command}`)}`,
    REFUSED_ON_PURPOSE.test(command) ? `if ${command}; then exit 9; fi` : command,
  ]);
  const text = SHELL + script.join('\n').replaceAll(PRINTED, base);
  const child = spawn('bash', ['-c', text], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      said += part.toString('utf8');
    });
  }
  const [status] = await once(child, 'close');
  assert.equal(status, 0, said.slice(-3000));
  return said;
}
const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

for (const file of docFiles()) {
  const commands = fencesOf(file)
    .filter(({ language }) => language === 'sh' || language === 'bash')
    .flatMap(({ text }) => commandsOf(text));
  if (commands.length === 0) continue;
  test(`the commands of ${file} run as they are printed`, async () => {
    // A sheet that nobody has brought in, by the name that the page gives it.
    copyFileSync(join(folder, 'var/demo/99002-to-03.zip'), join(folder, 'to-12.zip'));
    await runPage(commands.filter((command) => !notRun(command)));
  });
}

test('each line of the list of commands that are not run is about one that is printed', () => {
  const all = docFiles().flatMap((file) => fencesOf(file).flatMap(({ text }) => commandsOf(text)));
  for (const [pattern] of NOT_RUN)
    assert.ok(
      all.some((command) => pattern.test(command)),
      String(pattern),
    );
});

test('statements about a database are its', async () => {
  const client = new pg.Client({ connectionString: database.urls.migrator });
  await client.connect();
  let statements = 0;
  for (const { file, line, text } of mayBeEmpty(
    docFiles()
      .flatMap(fencesOf)
      .filter(({ language }) => language === 'sql'),
  )) {
    // Roles and databases are of the whole cluster: db/ensure-roles and start tests make them.
    if (/create role/.test(text)) continue;
    await client.query('begin');
    await client.query(text).catch((error: Error) => assert.fail(`${file}:${line}: ${error.message}`));
    await client.query('rollback');
    statements += 1;
  }
  await client.end();
  assert.ok(statements >= 4, String(statements));
});

test('the settings that are printed for a production start one', () => {
  const settings = docFiles()
    .flatMap(fencesOf)
    .flatMap(({ text }) => commandsOf(text))
    .flatMap((command) => (/^export [A-Z]/.test(command) ? command.slice(7).split(/ (?=[A-Z_]+=)/) : []))
    .map((pair) => pair.split(/=(.*)/s) as [string, string])
    .map(([name, value]) => [name, value.includes('openssl rand') ? Buffer.alloc(32, 7).toString('base64') : value]);
  const config = readConfig({ ...Object.fromEntries(settings), NODE_ENV: 'production' });
  assert.deepEqual(
    [config.production, config.publicUrl, config.trustProxy],
    [true, 'https://land.example', ['127.0.0.1']],
  );
});

test('every script of package.json that a page names is one', async () => {
  const { scripts } = JSON.parse(readDoc('package.json')) as { scripts: Record<string, string> };
  const wrong = docFiles().flatMap((file) =>
    [...readDoc(file).matchAll(/npm run (?:-s |--silent )?([a-z][\w:-]*)/g)]
      .filter(([, name]) => !(name! in scripts))
      .map(([, name]) => `${file}: ${name}`),
  );
  assert.deepEqual(wrong, []);
});

for (const script of ['import', 'demo', 'admin']) {
  test(`npm run ${script} -- --help says how it is used, and does nothing`, async () => {
    const said = await runPage([`npm run --silent ${script} -- --help`]);
    assert.match(said, new RegExp(`npm run ${script} -- `));
  });
}
