import type { SourceFormat } from '../../../server/domain/batch/import-kind.ts';
import type { Shapes } from '../../read/shp-header.ts';
import type { OpenedSource } from '../../unpack/opened-source.ts';
import { openContainerSource } from './container-source.ts';
import { openExchangeSource } from './exchange-source.ts';
import { openGeoJsonSource } from './geojson-source.ts';
import type { RecordSource } from './record-source.ts';
import { openShapefileSource } from './shapefile-source.ts';
import { openTableSource } from './table-source.ts';

type Opened<Format extends SourceFormat> = Extract<OpenedSource, { kind: Format }>;

const FORMATS: {
  readonly [Format in SourceFormat]: (source: Opened<Format>, shapes: Shapes) => Promise<RecordSource>;
} = {
  shapefile: ({ parts }, shapes) => openShapefileSource(parts, shapes),
  geojson: ({ path }) => openGeoJsonSource(path),
  container: openContainerSource,
  exchange: ({ path }) => openExchangeSource(path),
  table: openTableSource,
};

/** Opens what was unpacked as records, whatever its format. `shapes`: those there is a use for. Throws FileRefused. */
export function openRecordSource(source: OpenedSource, shapes: Shapes = 'polygons'): Promise<RecordSource> {
  const open = FORMATS[source.kind] as (source: OpenedSource, shapes: Shapes) => Promise<RecordSource>;
  return open(source, shapes);
}
