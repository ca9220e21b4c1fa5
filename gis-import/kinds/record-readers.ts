import type { ImportKind } from '../../server/domain/batch/import-kind.ts';
import { BOUNDARY_READER } from './boundaries/boundary-reader.ts';
import { LAYER_READER } from './layers/layer-reader.ts';
import { PARCEL_READER } from './parcels/parcel-reader.ts';
import type { RecordReader } from './record-reader.ts';

/** What the parser child does with each kind. */
export const RECORD_READERS: Readonly<Record<ImportKind, RecordReader>> = {
  parcels: PARCEL_READER,
  'commune-boundary': BOUNDARY_READER,
  layer: LAYER_READER,
};
