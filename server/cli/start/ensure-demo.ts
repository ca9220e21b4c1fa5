import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findDemo, isSameDemo, optionsOf } from '../../../gis-import/demo/demo-state.ts';
import type { Fate } from '../../../gis-import/demo/district.ts';
import { DEFAULT_DEMO, loadDemo } from '../../../gis-import/demo/load-demo.ts';
import { uploadFolder } from '../../../gis-import/demo/write-district.ts';
import type { Config } from '../../config.ts';
import type { Pools } from '../../db/kit/pools.ts';
import type { Registry } from './open-registry.ts';

const WAITS: Readonly<Record<Fate, string>> = {
  review: 'wait for their review',
  proposed: 'proposed, wait for the approver',
  refused: 'refused: the file was cut off',
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
  });
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
