/** npm run demo -- --parcels N [--seed S]: makes fictional legacy records and brings them in through the pipeline. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openRegistry } from '../../server/cli/start/open-registry.ts';
import { ConfigError, readConfig } from '../../server/config.ts';
import { closePools, openPools } from '../../server/db/kit/pools.ts';
import { openScanQueue } from '../../server/jobs/scan-queue.ts';
import { CliProblem, problemOf } from '../commands/cli-problem.ts';
import type { ScanFate } from './archive/bring-archive.ts';
import { findDemo, isSameDemo, optionsOf } from './demo-state.ts';
import type { Fate } from './district.ts';
import { DEFAULT_DEMO, loadDemo } from './load-demo.ts';
import { writeDossiers } from './paper/write-dossiers.ts';

/** Dossiers of one command: some 15 MB and a second each. */
const MOST_DOSSIERS = 5_000;

const HELP = `npm run demo -- [--parcels N] [--seed S] [--no-scans]
npm run demo -- --dossiers N --into FOLDER [--seed S]

  --parcels N   about so many fictional parcels, 300 to 1000000 (default ${DEFAULT_DEMO.parcels})
  --seed S      another district of the same size (default ${DEFAULT_DEMO.seed})
  --no-scans    leaves out the scanned papers of the archive, which are read as they are brought in

Brings them in through the import into the register of STORAGE_DIR or DATABASE_URL. Another size needs a register of its own.

  --dossiers N  writes N fictional dossiers, 1 to ${MOST_DOSSIERS}, as a scanner would leave them (askew, stamped, by hand in part) into a folder,
                to be dropped into the archive, and truth.csv with what stands on them; touches no register
  --into FOLDER where to; made if missing`;

const FATE_WORDS: Readonly<Record<Fate, string>> = {
  review: 'chờ rà soát / waits for its review',
  proposed: 'chờ duyệt / waits for the approver',
  refused: 'tệp bị từ chối / refused',
};

const SCAN_WORDS: Readonly<Record<ScanFate, string>> = {
  registered: 'đã gắn với thửa / with its parcel',
  proposed: 'chờ người thứ hai / waits for the second person',
  again: 'chờ đọc lần hai / waits to be read again',
  alone: 'sổ chưa có thửa / its parcel is not in the register',
  review: 'chờ rà soát / waits for its review',
  differs: 'chờ rà soát, mã QR ghi khác chữ in / waits for its review, QR code and print differ',
  map_sheet: 'tờ bản đồ đã có điểm khống chế / a map sheet with control points',
  queued: 'chờ máy đọc / waits to be read',
};

function wholeNumber(option: string, text: string | undefined, fallback: number, min: number, max: number): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max)
    throw new CliProblem('option.invalid', { option: `--${option}`, needs: `${min}–${max}` });
  return value;
}

type Asked =
  | { readonly do: 'help' }
  | { readonly do: 'dossiers'; readonly dossiers: number; readonly seed: number; readonly folder: string }
  | { readonly do: 'load'; readonly parcels: number; readonly seed: number; readonly scans: boolean };

function readOptions(): Asked {
  try {
    const { values } = parseArgs({
      options: {
        parcels: { type: 'string' },
        seed: { type: 'string' },
        'no-scans': { type: 'boolean' },
        dossiers: { type: 'string' },
        into: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) return { do: 'help' };
    const seed = wholeNumber('seed', values.seed, DEFAULT_DEMO.seed, 0, 0x7fff_ffff);
    if (values.dossiers !== undefined || values.into !== undefined) {
      if (!values.into) throw new CliProblem('option.invalid', { option: '--into', needs: 'FOLDER' });
      const dossiers = wholeNumber('dossiers', values.dossiers ?? '', 0, 1, MOST_DOSSIERS);
      return { do: 'dossiers', dossiers, seed, folder: values.into };
    }
    return {
      do: 'load',
      parcels: wholeNumber('parcels', values.parcels, DEFAULT_DEMO.parcels, 300, 1_000_000),
      seed,
      scans: values['no-scans'] !== true,
    };
  } catch (error) {
    if (error instanceof CliProblem) throw error;
    throw new CliProblem('option.unknown', { option: /'(-[^' ]*)/.exec((error as Error).message)?.[1] ?? '?' });
  }
}

async function main(): Promise<void> {
  const asked = readOptions();
  if (asked.do === 'help') return console.log(HELP);
  if (asked.do === 'dossiers') {
    const files = await writeDossiers({
      ...asked,
      onDossier: (done) => done % 20 === 0 && console.log(`${done} / ${asked.dossiers}`),
    });
    return console.log(`${files} tệp, hư cấu / files, fictional: ${asked.folder}`);
  }
  const { do: _, scans, ...demo } = asked;
  const config = readConfig(process.env);
  if (!config.demo) {
    throw new ConfigError('DIABA_DEMO', 'needs 1 for fictional land; it is 0, or DATABASE_URL is set and it is not');
  }
  const registry = await openRegistry(config);
  let closing = false;
  const pools = openPools(registry.urls, (error) => {
    if (!closing) console.error(error.message);
  });
  const queue = openScanQueue(pools.app, (error) => console.error(error.message));
  try {
    const held = await findDemo(pools.app);
    if (held?.whole && isSameDemo(held, demo)) {
      const options = optionsOf(demo);
      console.log(`Dữ liệu mẫu này đã có / this demonstration is already in the register (${options})`);
      return;
    }
    const { storageDir, registrySrid } = config;
    const onScan = (name: string, fate: ScanFate) => console.log(`${name}: ${SCAN_WORDS[fate]}`);
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
      ...(scans ? { archive: { queue: queue.queue, onScan } } : {}),
      onProgress() {},
      onLayer: (title, shapes) => console.log(`${title}: ${shapes}`),
      onWaiting: (name, fate, { counts }) => console.log(`${name}: ${FATE_WORDS[fate]} (${counts.read})`),
      onSheet: (name, { counts }) => console.log(`${name}: ${counts.valid + counts.warned} / ${counts.read}`),
    });
    console.log(`${parcels.toLocaleString('vi-VN')} thửa đất hư cấu đã đăng ký / fictional parcels registered`);
  } finally {
    closing = true;
    await queue.close();
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
