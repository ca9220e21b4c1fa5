import { copyLine } from '../../convert/cell/copy-line.ts';
import { readCells } from '../../convert/cell/read-cells.ts';
import { readUnitCode } from '../../convert/cell/read-unit-code.ts';
import { mapBoundaryColumns } from '../../convert/columns/boundary-columns.ts';
import { convertBoundary } from '../../convert/convert-boundary.ts';
import { createBoundarySample } from '../../convert/projection/decide-boundary-projection.ts';
import type { ParseJob } from '../../parse/parse-protocol.ts';
import { adoptProjection } from '../../parse/reading.ts';
import type { RecordSource, SourceRow } from '../../parse/source/record-source.ts';
import { type ConvertRules, createSealer, type RecordReader, type Survey } from '../record-reader.ts';

export const BOUNDARY_READER: RecordReader = { startSurvey, createConverter, inThreads: false };

function startSurvey(job: ParseJob, source: RecordSource): Survey {
  return {
    see() {},
    /** A second pass: where a boundary should lie is told by the code of its unit, whose column is known only now. */
    async decide(reading, cells) {
      const { roles } = mapBoundaryColumns(reading.columnNames);
      reading.roles = new Map([...roles].map(([role, index]) => [role, [index]]));
      const extents = new Map(job.units.map(({ code, extent }) => [code, extent]));
      const sample = createBoundarySample();
      for await (const row of source.rows()) {
        if (row.deleted || row.shape.kind !== 'polygon') continue;
        const { code } = readUnitCode(readCells(row.cells, cells)[roles.get('unitCode') ?? -1]?.text ?? '');
        sample.add(row.shape.parts, (code !== null && extents.get(code)) || null);
      }
      const verdict = sample.verdict({ prj: source.claim, commune: job.ground, forced: job.options.srid });
      if (verdict) adoptProjection(reading, verdict);
    },
  };
}

function createConverter({ job, columnNames, cells, geometry }: ConvertRules): (row: SourceRow) => string {
  const seal = createSealer(job);
  const rules = {
    ...mapBoundaryColumns(columnNames),
    ...geometry,
    columns: columnNames,
    units: new Set(job.units.map(({ code }) => code)),
  };
  return (row) => {
    const record = convertBoundary({ ...row, cells: readCells(row.cells, cells) }, rules);
    return copyLine(job.runId, record, seal(record.identities));
  };
}
