import type { ColumnRole } from '../../../server/domain/batch/column-role.ts';
import { FileRefused } from '../../../server/domain/finding/finding.ts';
import { copyLine } from '../../convert/cell/copy-line.ts';
import { readCells } from '../../convert/cell/read-cells.ts';
import { mapColumns, rolePerColumn } from '../../convert/columns/column-dictionary.ts';
import { createContentSample } from '../../convert/columns/guess-columns.ts';
import { convertRecord } from '../../convert/convert-record.ts';
import { decideProjection } from '../../convert/projection/decide-projection.ts';
import { createPointSample } from '../../convert/projection/sample-points.ts';
import type { ParseJob } from '../../parse/parse-protocol.ts';
import { adoptProjection } from '../../parse/reading.ts';
import type { RecordSource, SourceRow } from '../../parse/source/record-source.ts';
import { type ConvertRules, createSealer, type RecordReader, type Survey } from '../record-reader.ts';
import { doubtEncoding } from './doubt-encoding.ts';
import { nameParcelColumns } from './name-parcel-columns.ts';

export const PARCEL_READER: RecordReader = { startSurvey, createConverter, inThreads: true };

/** Area that rings enclose, in the square of their own unit: holes run the other way round. */
function groundOf(parts: readonly Float64Array[]): number {
  let twice = 0;
  for (const ring of parts) {
    for (let at = 0; at + 3 < ring.length; at += 2) twice += ring[at]! * ring[at + 3]! - ring[at + 2]! * ring[at + 1]!;
  }
  return Math.abs(twice) / 2;
}

function startSurvey(job: ParseJob, source: RecordSource): Survey {
  if (source.records === 0) throw new FileRefused('file.no_records', { records: 0 });
  const sample = createPointSample();
  const content = createContentSample(source.columns.length, new Set([...job.landUse, ...job.legacyLandUse]));
  return {
    see({ shape, cells, deleted }) {
      if (!deleted) content.see(cells, shape.kind === 'polygon' ? groundOf(shape.parts) : null);
      if (shape.kind === 'polygon') sample.add(shape.parts);
    },
    async decide(reading) {
      nameParcelColumns(job, source, reading, content.guesses());
      doubtEncoding(job, reading);
      const points = sample.points();
      if (points.length === 0) return;
      const { srid: forced } = job.options;
      adoptProjection(reading, decideProjection({ points, prj: source.claim, commune: job.ground, forced }));
    },
  };
}

/** Roles whose text is as long as it likes, so that a full column says something. */
const PROSE: ReadonlySet<ColumnRole> = new Set(['holder', 'address', 'useOrigin']);

function createConverter(rules: ConvertRules): (row: SourceRow) => string {
  const { job, columnNames, columns, keyReadings, geometry } = rules;
  const seal = createSealer(job);
  const roles = mapColumns(columnNames, job.options.columns);
  const attributes = {
    columns: columnNames,
    roles,
    columnRoles: rolePerColumn(columnNames.length, roles),
    numberColumns: columns.map(({ isNumber }) => isNumber),
    keyReadings,
    identity: { provinces: new Set(job.provinces), year: job.year },
    sheet: job.options.sheet,
    scale: job.options.scale,
    landUse: new Set(job.landUse),
    legacyLandUse: new Set(job.legacyLandUse),
    communes: new Set(job.communes),
    purposeSumDifferenceM2: job.purposeSumDifferenceM2,
  };
  const isProse = columnNames.map((_, index) => PROSE.has(attributes.columnRoles[index] ?? 'scale'));
  const cells = { ...rules.cells, widths: columns.map(({ width }, index) => (isProse[index] ? width : null)) };
  return (row) => {
    const record = convertRecord(row, readCells(row.cells, cells), attributes, geometry);
    return copyLine(job.runId, record, seal(record.identities));
  };
}
