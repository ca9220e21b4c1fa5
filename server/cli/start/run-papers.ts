/** `npm run admin -- papers`: papers for a whole commune overnight, in one zip with a table of them. */
import { basename, resolve } from 'node:path';
import { openPress } from '../../certificates/open-press.ts';
import { makePapers, type RunItem } from '../../certificates/run/make-papers.ts';
import { packPapers } from '../../certificates/run/pack-papers.ts';
import type { Config } from '../../config.ts';
import { closePools, openPools } from '../../db/kit/pools.ts';
import type { Actor } from '../../domain/actor.ts';
import type { PaperKind } from '../../domain/paper.ts';
import { openRegistry } from './open-registry.ts';
import { readSigningSettings } from './signing-settings.ts';

/** An authority of time stamps may be away for a good part of the night. */
const PATIENCE = { tries: 240, waitMs: 60_000 };

const actorFor = (communeCode: string): Actor => ({
  id: 'papers-cli',
  name: 'papers-cli',
  roles: ['officer'],
  communes: [communeCode],
  sid: null,
  azp: 'papers-cli',
  kind: 'service',
});

/** The run is known by the name of its file: the same command again goes on where it ended. */
export async function runPapers(
  config: Config,
  { communeCode, kind, out }: { readonly communeCode: string; readonly kind: PaperKind; readonly out: string },
): Promise<void> {
  const signing = await readSigningSettings(config);
  const registry = await openRegistry(config);
  const pools = openPools(registry.urls, (error) => console.error(`a database connection was lost: ${error.message}`));
  try {
    const publicUrl = (config.publicUrl ?? `http://${config.host}:${config.port}`).replace(/\/$/, '');
    const { personalDataKey } = registry;
    const press = openPress(pools.app, { storageDir: config.storageDir, personalDataKey, publicUrl }, signing);
    const run = { name: basename(out), communeCode, kind, patience: PATIENCE };
    const items: RunItem[] = [];
    for await (const item of makePapers(press, actorFor(communeCode), run)) {
      items.push(item);
      const { parcel, paper, leftOut } = item;
      console.log(`${items.length} ${parcel.sheet}/${parcel.no} ${paper?.serial ?? leftOut}`);
    }
    await packPapers(press, items, resolve(out));
    const made = items.filter(({ paper }) => paper !== null).length;
    console.log(`${made} papers of ${items.length} parcels are in ${out}`);
  } finally {
    await closePools(pools);
    await registry.release();
  }
}
