/** npm run demo -- --parcels N [--seed S]: makes fictional legacy records and brings them in through the pipeline. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openRegistry } from '../../server/cli/start/open-registry.ts';
import { ConfigError, readConfig } from '../../server/config.ts';
import { closePools, openPools } from '../../server/db/kit/pools.ts';
import { CliProblem, problemOf } from '../commands/cli-problem.ts';
import { findDemo, isSameDemo, optionsOf } from './demo-state.ts';
import type { Fate } from './district.ts';
import { DEFAULT_DEMO, loadDemo } from './load-demo.ts';

const HELP = `npm run demo -- [--parcels N] [--seed S]

  --parcels N   about so many fictional parcels, 300 to 1000000 (default ${DEFAULT_DEMO.parcels})
  --seed S      another district of the same size (default ${DEFAULT_DEMO.seed})

Brings them in through the import into the register of STORAGE_DIR or DATABASE_URL. Another size needs a register of its own.`;

const FATE_WORDS: Readonly<Record<Fate, string>> = {
  review: 'chờ rà soát / waits for its review',
  proposed: 'chờ duyệt / waits for the approver',
  refused: 'tệp bị từ chối / refused',
};

function wholeNumber(option: string, text: string | undefined, fallback: number, min: number, max: number): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max)
    throw new CliProblem('option.invalid', { option: `--${option}`, needs: `${min}–${max}` });
  return value;
}

/** Null: only the help was asked for. */
function readOptions(): { parcels: number; seed: number } | null {
  try {
    const { values } = parseArgs({
      options: { parcels: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.help) return null;
    return {
      parcels: wholeNumber('parcels', values.parcels, DEFAULT_DEMO.parcels, 300, 1_000_000),
      seed: wholeNumber('seed', values.seed, DEFAULT_DEMO.seed, 0, 0x7fff_ffff),
    };
  } catch (error) {
    if (error instanceof CliProblem) throw error;
    throw new CliProblem('option.unknown', { option: /'(-[^' ]*)/.exec((error as Error).message)?.[1] ?? '?' });
  }
}

async function main(): Promise<void> {
  const demo = readOptions();
  if (demo === null) {
    console.log(HELP);
    return;
  }
  const config = readConfig(process.env);
  if (!config.demo) {
    throw new ConfigError('DIABA_DEMO', 'needs 1 for fictional land; it is 0, or DATABASE_URL is set and it is not');
  }
  const registry = await openRegistry(config);
  let closing = false;
  const pools = openPools(registry.urls, (error) => {
    if (!closing) console.error(error.message);
  });
  try {
    const held = await findDemo(pools.app);
    if (held?.whole && isSameDemo(held, demo)) {
      const options = optionsOf(demo);
      console.log(`Dữ liệu mẫu này đã có / this demonstration is already in the register (${options})`);
      return;
    }
    const { storageDir, registrySrid } = config;
    const parcels = await loadDemo({
      ...demo,
      folder: join(storageDir, `demo-${demo.parcels}-${demo.seed}`),
      migratorUrl: registry.urls.migrator,
      context: {
        pool: pools.app,
        actor: { id: 'import-cli', communes: '*' },
        storageDir,
        registrySrid,
        personalDataKey: registry.personalDataKey,
      },
      onProgress() {},
      onLayer: (title, shapes) => console.log(`${title}: ${shapes}`),
      onWaiting: (name, fate, { counts }) => console.log(`${name}: ${FATE_WORDS[fate]} (${counts.read})`),
      onSheet: (name, { counts }) => console.log(`${name}: ${counts.valid + counts.warned} / ${counts.read}`),
    });
    console.log(`${parcels.toLocaleString('vi-VN')} thửa đất hư cấu đã đăng ký / fictional parcels registered`);
  } finally {
    closing = true;
    await closePools(pools);
    await registry.release();
  }
}

try {
  await main();
} catch (error) {
  const problem = error instanceof CliProblem ? error : problemOf(error);
  console.error(`${problem.code}: ${problem.message}`);
  process.exitCode = 1;
}
