import { copyLine } from '../../convert/cell/copy-line.ts';
import { readCells } from '../../convert/cell/read-cells.ts';
import { mapLayerColumns } from '../../convert/columns/layer-columns.ts';
import { convertLayer } from '../../convert/convert-layer.ts';
import { createBoundarySample } from '../../convert/projection/decide-boundary-projection.ts';
import type { ParseJob } from '../../parse/parse-protocol.ts';
import { adoptProjection } from '../../parse/reading.ts';
import type { RecordSource, SourceRow } from '../../parse/source/record-source.ts';
import { type ConvertRules, createSealer, type RecordReader, type Survey } from '../record-reader.ts';

export const LAYER_READER: RecordReader = { startSurvey, createConverter, inThreads: false };

function startSurvey(job: ParseJob, source: RecordSource): Survey {
  const sample = createBoundarySample();
  return {
    see({ deleted, shape }) {
      if (!deleted && shape.kind !== 'unusable') sample.add(shape.parts, null);
    },
    async decide(reading) {
      const { roles } = mapLayerColumns(reading.columnNames);
      reading.roles = new Map([...roles].map(([role, index]) => [role, [index]]));
      if (!roles.has('category') && !roles.has('name'))
        reading.findings.push({ code: 'layer.no_words', recordNo: null, detail: {} });
      const verdict = sample.verdict({ prj: source.claim, commune: job.ground, forced: job.options.srid });
      if (verdict) adoptProjection(reading, verdict);
    },
  };
}

function createConverter({ job, columnNames, cells, geometry }: ConvertRules): (row: SourceRow) => string {
  const seal = createSealer(job);
  const rules = { ...mapLayerColumns(columnNames), ...geometry, columns: columnNames };
  return (row) => {
    const record = convertLayer({ ...row, cells: readCells(row.cells, cells) }, rules);
    return copyLine(job.runId, record, seal(record.identities));
  };
}
