/** unpack ▸ read ▸ convert for `--kind commune-boundary`: as parse-source.ts does for parcels, in the same child. */
import { createIdentityCipher } from '../../server/registry/store/identity-cipher.ts';
import { createGeometryRules } from '../convert/assemble-shape.ts';
import { copyLine } from '../convert/cell/copy-line.ts';
import { readUnitCode } from '../convert/cell/read-unit-code.ts';
import { type BoundaryColumns, mapBoundaryColumns } from '../convert/columns/boundary-columns.ts';
import { convertBoundary } from '../convert/convert-boundary.ts';
import { createBoundarySample } from '../convert/projection/decide-boundary-projection.ts';
import { type BoundarySource, openBoundaries } from './boundary-source.ts';
import type { ParseJob, ParseMessage } from './parse-protocol.ts';
import { adoptProjection, createClock, type Gathered, gather } from './reading.ts';
import { noteRecords, unpackGiven } from './unpack-given.ts';

type Tell = (message: ParseMessage) => void;
type Emit = (line: string) => Promise<void> | undefined;

const PROGRESS_EVERY = 100;

/** Reads a source to its end. Tells exactly one of done, refused. Errors of the machine are thrown. */
export function parseBoundaries(job: ParseJob, emit: Emit, tell: Tell): Promise<void> {
  return gather(tell, async (gathered) => {
    const clock = createClock(gathered.stages);
    tell({ type: 'progress', stage: 'unpack', done: 0, of: 0 });
    const given = await unpackGiven(job, gathered);
    clock('unpack');
    tell({ type: 'progress', stage: 'read', done: 0, of: 0 });
    const source = await openBoundaries(given, job.options);
    try {
      noteRecords(gathered, source.records);
      gathered.findings.push(...source.findings);
      const columns = await look(job, source, gathered);
      clock('read');
      await convert(job, source, columns, gathered, emit, tell);
      clock('convert');
    } finally {
      await source.close();
    }
  });
}

/** First pass: columns and projection. */
async function look(job: ParseJob, source: BoundarySource, gathered: Gathered): Promise<BoundaryColumns> {
  gathered.columnNames = [...source.columns];
  gathered.encoding = source.encoding;
  const columns = mapBoundaryColumns(source.columns);
  gathered.roles = new Map([...columns.roles].map(([role, index]) => [role, [index]]));
  const extents = new Map(job.units.map(({ code, extent }) => [code, extent]));
  const sample = createBoundarySample();
  for await (const row of source.rows()) {
    if (row.deleted || row.shape.kind !== 'polygon') continue;
    const { code } = readUnitCode(row.cells[columns.roles.get('unitCode') ?? -1]?.text ?? '');
    sample.add(row.shape.parts, (code !== null && extents.get(code)) || null);
  }
  const verdict = sample.verdict({ prj: source.claim, commune: job.commune, forced: job.options.srid });
  if (verdict) adoptProjection(gathered, verdict);
  return columns;
}

async function convert(
  job: ParseJob,
  source: BoundarySource,
  columns: BoundaryColumns,
  gathered: Gathered,
  emit: Emit,
  tell: Tell,
): Promise<void> {
  const cipher = createIdentityCipher(Buffer.from(job.personalDataKey, 'base64'));
  const rules = {
    ...columns,
    columns: source.columns,
    units: new Set(job.units.map(({ code }) => code)),
    ...createGeometryRules(gathered.projection, job.options.srid, job.registrySrid),
  };
  for await (const row of source.rows()) {
    const record = convertBoundary(row, rules);
    const sealed = record.identities.map((digits) => cipher.seal(digits));
    const line = copyLine(
      job.runId,
      record,
      sealed.map(({ cipher: bytes, hash }) => ({ cipher: bytes.toString('base64'), hash: hash.toString('base64') })),
    );
    const drained = emit(line);
    if (drained) await drained;
    if (row.recordNo % PROGRESS_EVERY === 0)
      tell({ type: 'progress', stage: 'convert', done: row.recordNo, of: source.records });
  }
}
