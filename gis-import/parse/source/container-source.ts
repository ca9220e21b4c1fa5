import { join } from 'node:path';
import { FileRefused, type Finding } from '../../../server/domain/finding/finding.ts';
import { type ContainerFormat, containerToGeoJson } from '../../read/container/container-to-geojson.ts';
import type { Shapes } from '../../read/shp-header.ts';
import { openGeoJsonSource } from './geojson-source.ts';
import type { KnownEncoding, RecordSource } from './record-source.ts';

/** Each of these lays its encoding down, and GDAL gives Unicode. */
const WHY = { code: 'encoding.container', params: {} } as const;
export const UNICODE: KnownEncoding = {
  file: { detected: 'utf8', used: 'utf8', confidence: 1, why: [WHY], columns: [] },
  column: { encoding: 'utf8', confidence: 1, why: WHY, values: 0, runnerUp: null },
};

/** Throws FileRefused. */
export async function openContainerSource(
  {
    path,
    format,
    scratchDir,
  }: { readonly path: string; readonly format: ContainerFormat; readonly scratchDir: string },
  shapes: Shapes,
): Promise<RecordSource> {
  const made = join(scratchDir, 'container.geojson');
  const { records, ignored } = await containerToGeoJson(path, format, made, shapes);
  if (records === 0) throw new FileRefused('file.no_records', { records: 0 });
  const source = await openGeoJsonSource(made, UNICODE);
  if (records > 0 && source.records !== records)
    throw new FileRefused('file.container_damaged', { format, claimed: records, records: source.records });
  const left: Finding[] =
    ignored > 0
      ? [{ code: 'file.member_ignored', recordNo: null, detail: { reason: 'other_set', layers: ignored } }]
      : [];
  return { ...source, findings: [...source.findings, ...left] };
}
