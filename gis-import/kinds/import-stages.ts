/** The half of a kind of import that works beside the database: what it does at the stages where the kinds differ. */
import type { Trx } from '../../server/db/kit/transaction.ts';
import type { Batch } from '../../server/db/staging/batches.ts';
import type { ImportKind } from '../../server/domain/batch/import-kind.ts';
import type { ImportOptions, ImportReport } from '../../server/domain/batch/import-report.ts';
import type { LateEntry } from '../../server/domain/dealing/payload/late-entry.ts';
import type { Finding } from '../../server/domain/finding/finding.ts';
import type { Profile } from '../../server/domain/finding/profiles.ts';
import type { ResolvedCommune } from '../../server/registry/search/resolve-commune.ts';
import type { ParseJob } from '../parse/parse-protocol.ts';
import type { ImportContext } from '../pipeline.ts';
import { startBoundaries } from './boundaries/start-boundaries.ts';
import { startLayers } from './layers/start-layers.ts';
import { startParcels } from './parcels/start-parcels.ts';

/** One import of a kind: made when it is known where its land lies. */
export interface ImportStages {
  /** Commune under which the batch is filed; null for a kind that is of many. */
  readonly commune: ResolvedCommune | null;
  /** Facts that were known before the file was read. */
  readonly findings: readonly Finding[];
  /** Where the records may lie and which units they may name. Throws CommuneUnresolved where nobody knows. */
  findGround(batchId: string): Promise<Pick<ParseJob, 'ground' | 'communes' | 'units'>>;
  /** Checks a freshly staged batch and gives each record its status. */
  check(trx: Trx, batchId: string, verdicts: Profile): Promise<void>;
  /** Puts in effect again what was decided about the same file before. */
  carryOver(trx: Trx, batchId: string, verdicts: Profile): Promise<void>;
  /** Proposes a validated batch in the name of whoever sent it, where the kind needs no review at the desk. */
  propose(trx: Trx, batch: Batch): Promise<void>;
  /** The initial load of the command line: its own actor and no second person. */
  promote(trx: Trx, batchId: string, verdicts: Profile, entered: LateEntry | null): Promise<void>;
  /** What the report says of a promotion; null while there is none. */
  findPromotion(trx: Trx, batch: Batch): Promise<ImportReport['promotion']>;
}

/** Throws CommuneUnresolved. */
export type StartImport = (context: ImportContext, options: ImportOptions) => Promise<ImportStages>;

const KINDS: Readonly<Record<ImportKind, StartImport>> = {
  parcels: startParcels,
  'commune-boundary': startBoundaries,
  layer: startLayers,
};

export const startImport: StartImport = (context, options) => KINDS[options.kind](context, options);
