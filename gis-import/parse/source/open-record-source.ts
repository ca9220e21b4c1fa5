import type { SourceFormat } from '../../../server/domain/batch/import-kind.ts';
import type { OpenedSource } from '../../unpack/opened-source.ts';
import { openGeoJsonSource } from './geojson-source.ts';
import type { RecordSource } from './record-source.ts';
import { openShapefileSource } from './shapefile-source.ts';

type Opened<Format extends SourceFormat> = Extract<OpenedSource, { kind: Format }>;

const FORMATS: { readonly [Format in SourceFormat]: (source: Opened<Format>) => Promise<RecordSource> } = {
  shapefile: ({ parts }) => openShapefileSource(parts),
  geojson: ({ path }) => openGeoJsonSource(path),
};

/** Opens what was unpacked as records, whatever its format. Throws FileRefused. */
export function openRecordSource(source: OpenedSource): Promise<RecordSource> {
  const open = FORMATS[source.kind] as (source: OpenedSource) => Promise<RecordSource>;
  return open(source);
}
