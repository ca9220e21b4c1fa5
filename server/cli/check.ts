/** `npm run check`: everything that can be said about the code without a database. Exit 1 when anything is wrong. */
import { findBarredPackages } from './check/barred-packages.ts';
import { findFullFolders, findLongFiles } from './check/file-length.ts';
import { findBreaches } from './check/import-law.ts';
import { findBadLicences } from './check/licences.ts';
import { lintLockfile, readLockfile } from './check/lockfile.ts';
import { findStaleDump } from './check/migrations-dump.ts';
import { findOldVersions } from './check/min-versions.ts';
import { runTool } from './check/run-tool.ts';
import { findLoopsOverNothing } from './check/test-loops.ts';
import { findUntestedVerbs } from './check/verbs/tests-page.ts';

/** A check answers with what is wrong; nothing is the good answer. */
type Check = () => string[] | Promise<string[]>;

const tool = (script: string, ...args: string[]): Check => {
  return async () => {
    const { code, stdout, stderr } = await runTool(script, args);
    return code === 0 ? [] : [`${stdout}${stderr}`.trim() || `${script} ended with ${code}`];
  };
};

const CHECKS: Readonly<Record<string, Check>> = {
  types: tool('typescript/bin/tsc', '-p', '.', '--noEmit'),
  lint: tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--diagnostic-level=warn'),
  'import law': async () =>
    (await findBreaches()).map(({ rule, from, to }) => `${from} must not import ${to} (${rule})`),
  'dead code': tool('knip/bin/knip.js', '--no-progress', '--no-config-hints'),
  'file length': () => [...findLongFiles(), ...findFullFolders()],
  lockfile: () => lintLockfile(readLockfile()),
  'minimum versions': () => findOldVersions(readLockfile()),
  'barred packages': () => findBarredPackages(readLockfile()),
  licences: () => findBadLicences(readLockfile()),
  migrations: () => findStaleDump(),
  'loops of tests': () => findLoopsOverNothing(),
  'tests of verbs': () => findUntestedVerbs(),
};

async function run(name: string, check: Check): Promise<boolean> {
  const started = performance.now();
  let complaints: string[];
  try {
    complaints = await check();
  } catch (error) {
    complaints = [String(error)];
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${complaints.length === 0 ? '✔' : '✖'} ${name} (${seconds} s)`);
  for (const complaint of complaints) console.log(complaint.replace(/^/gm, '    '));
  return complaints.length === 0;
}

const results = await Promise.all(Object.entries(CHECKS).map(([name, check]) => run(name, check)));
const failed = results.filter((passed) => !passed).length;
console.log(failed === 0 ? 'All checks passed.' : `${failed} of ${results.length} checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;
