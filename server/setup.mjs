/**
 * Brings this working copy up to date: dependencies, Node 24, PostgreSQL with PostGIS, tools, web build.
 * Runs before anything is installed, so under any Node ≥ 20 and with no import of ours but setup-apt.mjs and setup-tools.mjs, which have none. What it cannot
 * install it names, with the command to type. Usage: node server/setup.mjs start|test|check|import|bench
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { openApt } from './setup-apt.mjs';
import { tools } from './setup-tools.mjs';

const root = path.resolve(import.meta.dirname, '..');
const modules = path.join(root, 'node_modules');
const runtimeLink = path.join(modules, '.bin', 'diaba-node');
const purpose = process.argv[2] ?? 'start';
const strict = process.env.CI === '1' || process.env.CI === 'true';
const privateDatabase = purpose === 'test' || !process.env.DATABASE_URL;

const say = (text) => console.error(`set-up: ${text}`);
const stop = (text) => {
  console.error(`\nset-up stopped: ${text}`);
  process.exit(1);
};
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
const onPath = (program) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.endsWith(path.join('node_modules', '.bin')))
    .map((folder) => path.join(folder, program))
    .find((file) => fs.existsSync(file));

function run(program, args, options = {}) {
  const done = spawnSync(program, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  return done.error
    ? done.error.message
    : done.status === 0
      ? undefined
      : `${path.basename(program)} ended with ${done.status ?? done.signal}`;
}

// --- dependencies -------------------------------------------------------------------------------------------------

const lockFile = path.join(root, 'package-lock.json');
const stampFile = path.join(modules, '.diaba-stamp');
const wantedStamp = () => sha256(fs.readFileSync(lockFile), `${process.platform}-${process.arch}`);
const stampIs = (stamp) => fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp;

/** npm's own record of what lies in node_modules, against the lock: someone may have run npm by hand. */
function isInstalled() {
  const record = path.join(modules, '.package-lock.json');
  if (!fs.existsSync(record)) return false;
  const found = readJson(record).packages;
  return Object.entries(readJson(lockFile).packages).every(([name, wanted]) => {
    if (name === '' || (!found[name] && (wanted.optional || wanted.devOptional))) return true;
    return found[name]?.version === wanted.version && found[name]?.integrity === wanted.integrity;
  });
}

function installDependencies() {
  if (!isInstalled()) {
    say('installing the packages of package-lock.json …');
    const args = [
      'ci',
      '--ignore-scripts',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ];
    const cli = process.env.npm_execpath;
    const failed = cli?.endsWith('.js') ? run(systemNode() ?? process.execPath, [cli, ...args]) : run('npm', args);
    if (failed)
      stop(`the packages could not be installed (${failed}). Is the network reachable? Try: npm ci --ignore-scripts`);
  }
  fs.writeFileSync(stampFile, wantedStamp());
}

// --- Node 24 ------------------------------------------------------------------------------------------------------

/** A Node ≥ 24 of the machine; npm puts node_modules/.bin first on the path, where ours lies. */
function systemNode() {
  const own = [process.execPath, process.env.npm_node_execpath, onPath('node')];
  return own.find((file) => {
    if (!file || !fs.existsSync(file) || fs.realpathSync(file).startsWith(modules + path.sep)) return false;
    const version =
      file === process.execPath ? process.version : spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout;
    return Number(/^v(\d+)\./.exec(version ?? '')?.[1]) >= 24;
  });
}

function wantedRuntime() {
  const packaged = path.join(
    modules,
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
    'bin',
    'node',
  );
  return systemNode() ?? (fs.existsSync(packaged) ? packaged : undefined);
}

const isLinked = () => {
  const wanted = wantedRuntime();
  return wanted !== undefined && fs.existsSync(runtimeLink) && fs.realpathSync(runtimeLink) === fs.realpathSync(wanted);
};

function linkRuntime() {
  const wanted = wantedRuntime();
  const hint = `Địa Bạ needs Node 24 or newer and no package brings it for ${process.platform}-${process.arch}: install it from https://nodejs.org and try again.`;
  if (!wanted || run(wanted, ['--version'], { stdio: 'ignore' })) stop(hint);
  const fresh = `${runtimeLink}.${process.pid}`;
  fs.symlinkSync(wanted.startsWith(modules) ? path.relative(path.dirname(runtimeLink), wanted) : wanted, fresh);
  fs.renameSync(fresh, runtimeLink);
}

// --- packages of the machine --------------------------------------------------------------------------------------

const mayInstall = () => process.getuid?.() === 0 && onPath('apt-get') !== undefined;
const apt = openApt({ log: path.join(root, 'var', 'setup-apt.log'), say });

/** PostgreSQL's majors that are whole: server and PostGIS, 15 or newer. Debian's and Ubuntu's layout. */
function hasPostgres() {
  const folder = '/usr/lib/postgresql';
  if (!fs.existsSync(folder)) return false;
  return fs.readdirSync(folder).some((major) => {
    const control = `/usr/share/postgresql/${major}/extension/postgis.control`;
    return Number(major) >= 15 && fs.existsSync(`${folder}/${major}/bin/postgres`) && fs.existsSync(control);
  });
}

/** The newest major the package lists offer whole; an installed server of that kind comes first. */
function offeredMajor() {
  const names = spawnSync('apt-cache', ['pkgnames', 'postgresql-'], { encoding: 'utf8' }).stdout?.split('\n') ?? [];
  const offered = names.flatMap((name) => /^postgresql-(\d+)-postgis-3$/.exec(name)?.[1] ?? []).map(Number);
  const whole = offered.filter((major) => major >= 15 && names.includes(`postgresql-${major}`)).sort((a, b) => b - a);
  return whole.find((major) => fs.existsSync(`/usr/lib/postgresql/${major}/bin/postgres`)) ?? whole[0];
}

function installPostgres() {
  const command = 'apt-get update && apt-get install -y --no-install-recommends postgresql-15 postgresql-15-postgis-3';
  const hint = `PostgreSQL 15 or newer with PostGIS is missing. Install it (Debian 12, as root: ${command}; other releases: their number instead of 15), or set DATABASE_URL to a database you have.`;
  if (!mayInstall()) stop(hint);
  apt.refreshLists();
  const major = offeredMajor();
  if (!major) stop(`${hint} The package lists of this machine offer none.`);
  // Debian makes and starts a cluster "main" with the server package: not ours to leave behind on the machine.
  const folder = '/etc/postgresql-common/createcluster.d';
  const made = fs.mkdirSync(folder, { recursive: true });
  const ruling = path.join(folder, 'zz-diaba-setup.conf');
  fs.writeFileSync(ruling, '# Present only while Địa Bạ installs PostgreSQL.\ncreate_main_cluster = false\n');
  // Ctrl-C ends apt, then comes back here, so that nothing of ours stays in /etc.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => undefined);
  const failed = apt.install([`postgresql-${major}`, `postgresql-${major}-postgis-3`]);
  fs.rmSync(ruling);
  if (made && fs.readdirSync(folder).length === 0) fs.rmdirSync(folder);
  if (failed || !hasPostgres()) stop(`${failed ?? 'PostGIS is still missing'}. ${hint}`);
}

const isThere = (tool) => tool.isThere?.() ?? tool.anyOf.some(onPath);
const missingTools = () => tools.filter((tool) => tool.for.includes(purpose) && !isThere(tool));
let toolsWereNamed = false;

function installTools() {
  const names = missingTools().map((tool) => tool.package);
  // A start does not wait for the network every time: what could not be had once is named from then on.
  const tried = path.join(root, 'var', 'setup-tools-tried');
  const isTried = purpose === 'start' && fs.existsSync(tried) && fs.readFileSync(tried, 'utf8') === names.join(' ');
  const may = mayInstall() && !isTried;
  const failed = may ? apt.install(missingTools().flatMap((tool) => (tool.spare ? [] : tool.package))) : undefined;
  // By themselves: a package that a release does not have would keep the others away.
  for (const tool of may ? missingTools() : []) if (tool.spare) apt.install([tool.package]);
  if (purpose === 'start') fs.writeFileSync(tried, names.join(' '));
  if (failed) say(failed);
  const missing = missingTools();
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.map((tool) => tool.package).join(' ')}`;
  const demanded = missing.filter((tool) => !tool.spare).map((tool) => tool.package);
  if (strict && purpose !== 'start' && demanded.length > 0)
    stop(`missing: ${demanded.join(', ')}. Install (Debian, as root): ${command}`);
  for (const tool of missing) say(`${tool.package} is missing: ${tool.otherwise ?? `${tool.without} will be skipped`}`);
  say(`to have them (Debian, as root): ${command}`);
  toolsWereNamed = true;
}

// --- Keycloak, for the tests of signing in ------------------------------------------------------------------------

const keycloak = 'keycloak-26.4.7';
const keycloakHome = path.join(root, 'var', 'keycloak', keycloak);
let keycloakWasNamed = false;

/** Fetched by Maven, once, and unpacked beside its place, so that a broken download is never taken for it. */
function fetchKeycloak() {
  say(`fetching ${keycloak} …`);
  const work = `${keycloakHome}.${process.pid}`;
  const artifact = `org.keycloak:keycloak-quarkus-dist:${keycloak.split('-')[1]}:zip`;
  const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:unpack';
  fs.mkdirSync(work, { recursive: true });
  // In a folder of its own: without a project the plugin writes its marks into the folder it is started in.
  const failed = run('mvn', ['-q', '-B', plugin, `-Dartifact=${artifact}`, `-DoutputDirectory=${work}`], { cwd: work });
  if (!failed) fs.renameSync(path.join(work, keycloak), keycloakHome);
  fs.rmSync(work, { recursive: true, force: true });
  if (failed && strict) stop(`Keycloak could not be fetched from Maven Central (${failed}).`);
  if (failed) say(`Keycloak could not be fetched (${failed}): the sign-in tests with it will be skipped`);
  keycloakWasNamed = true;
}

const needsKeycloak = () => !keycloakWasNamed && !fs.existsSync(keycloakHome) && ['mvn', 'java'].every(onPath);

// --- web build ----------------------------------------------------------------------------------------------------

const web = path.join(root, 'web');
const buildStamp = path.join(web, 'dist', '.source-digest');

function sourceDigest() {
  const hash = createHash('sha256').update(fs.readFileSync(lockFile));
  const visit = (folder) => {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'dist' && entry.name !== 'node_modules') visit(file);
      } else if (!/\.test\.ts$|\.md$/.test(entry.name)) {
        hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0');
      }
    }
  };
  for (const folder of [web, path.join(root, 'server', 'domain')]) visit(folder);
  return hash.digest('hex');
}

const isBuilt = () =>
  !fs.existsSync(path.join(web, 'vite.config.ts')) ||
  (fs.existsSync(buildStamp) && fs.readFileSync(buildStamp, 'utf8') === sourceDigest());

function buildWeb() {
  say('building the web pages …');
  const digest = sourceDigest();
  const failed = run(runtimeLink, [path.join(modules, 'vite', 'bin', 'vite.js'), 'build', 'web', '--logLevel', 'warn']);
  if (failed) stop(`the web pages could not be built (${failed}).`);
  fs.writeFileSync(buildStamp, digest);
}

// --- the steps, in order ------------------------------------------------------------------------------------------

const steps = [
  { for: ['start', 'test', 'check', 'import', 'bench'], done: () => stampIs(wantedStamp()), make: installDependencies },
  { for: ['start', 'test', 'check', 'import', 'bench'], done: isLinked, make: linkRuntime },
  { for: ['start', 'test', 'import', 'bench'], done: () => !privateDatabase || hasPostgres(), make: installPostgres },
  { for: ['start', 'test', 'bench'], done: () => toolsWereNamed || missingTools().length === 0, make: installTools },
  { for: ['test'], done: () => !needsKeycloak(), make: fetchKeycloak },
  { for: ['start', 'test'], done: isBuilt, make: buildWeb },
];

/** Held until this process ends, by whatever cause: the lock belongs to the open file, which `flock` shares as fd 3. */
function lockOutOthers() {
  fs.mkdirSync(path.join(root, 'var'), { recursive: true });
  const fd = fs.openSync(path.join(root, 'var', 'setup.lock'), 'a');
  const flock = (...flags) => spawnSync('flock', [...flags, '3'], { stdio: ['ignore', 'ignore', 'ignore', fd] }).status;
  if (flock('--nonblock') === 1) {
    say('another set-up is at work in this folder; waiting for it …');
    flock();
  }
}

if (!steps.some((step) => step.for.includes(purpose)))
  stop(`unknown purpose "${purpose}": start, test, check, import or bench.`);
const due = steps.filter((step) => step.for.includes(purpose));
if (due.some((step) => !step.done())) {
  lockOutOthers();
  for (const step of due) if (!step.done()) step.make();
}
