import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScanFate } from '../../../gis-import/demo/archive/bring-archive.ts';
import { findDemo, isSameDemo, optionsOf } from '../../../gis-import/demo/demo-state.ts';
import type { Fate } from '../../../gis-import/demo/district.ts';
import { DEFAULT_DEMO, loadDemo } from '../../../gis-import/demo/load-demo.ts';
import { uploadFolder } from '../../../gis-import/demo/write-district.ts';
import type { Config } from '../../config.ts';
import type { Pools } from '../../db/kit/pools.ts';
import { openScanQueue } from '../../jobs/scan-queue.ts';
import type { Registry } from './open-registry.ts';

const WAITS: Readonly<Record<Fate, string>> = {
  review: 'wait for their review',
  proposed: 'proposed, wait for the approver',
  refused: 'refused: the file was cut off',
};

const SCANNED: Readonly<Record<ScanFate, string>> = {
  registered: 'read, confirmed and with its parcel',
  proposed: 'confirmed, waits for the second person',
  again: 'confirmed, in the sample that is read twice',
  alone: 'confirmed, of a parcel that is not in the register',
  review: 'read, waits for the archivist',
  differs: 'read, its QR code says something else than its print',
  map_sheet: 'a map sheet with its control points',
  queued: 'waits to be read',
};

/** Makes the demonstration where one is wanted and none is there, or goes on with the one that was begun. */
export async function ensureDemo(config: Config, registry: Registry, pools: Pools): Promise<void> {
  if (!config.demo) return;
  const held = await findDemo(pools.app);
  if (held?.whole) return;
  if (held && !isSameDemo(held, DEFAULT_DEMO)) {
    console.log(`The demonstration in this register is not whole: npm run demo -- ${optionsOf(held)} goes on with it.`);
    return;
  }
  console.log('Making the demonstration district and bringing it in through the import pipeline …');
  const { storageDir, registrySrid } = config;
  const scans = openScanQueue(pools.app, (error) => console.error(error.message));
  const parcels = await loadDemo({
    ...DEFAULT_DEMO,
    folder: join(storageDir, 'demo'),
    migratorUrl: registry.urls.migrator,
    context: {
      pool: pools.app,
      actor: { id: 'import-cli', communes: '*' },
      storageDir,
      registrySrid,
      personalDataKey: registry.personalDataKey,
    },
    onProgress() {},
    onLayer: (title, shapes) => console.log(`  ${title}: ${shapes} shapes of a thematic layer`),
    onSheet: (name, { counts }) =>
      console.log(`  ${name}: ${counts.valid + counts.warned} of ${counts.read} records registered`),
    onWaiting: (name, fate, { counts }) => console.log(`  ${name}: ${counts.read} records ${WAITS[fate]}`),
    archive: { queue: scans.queue, onScan: (name, fate) => console.log(`  ${name}: ${SCANNED[fate]}`) },
  }).finally(() => scans.close());
  console.log(`  ${parcels} parcels registered, all of them fictional.`);
}

/** A file that nobody has brought in, to try an upload with; null where the demonstration wrote none here. */
export async function findFileToTry({ demo, storageDir }: Config): Promise<string | null> {
  if (!demo) return null;
  const folder = uploadFolder(join(storageDir, 'demo'));
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names[0] === undefined ? null : join(folder, names[0]);
}
