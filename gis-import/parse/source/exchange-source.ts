import { findProjection } from '../../../server/domain/crs.ts';
import type { Finding } from '../../../server/domain/finding/finding.ts';
import { uniqueNames } from '../../convert/columns/unique-names.ts';
import { readExchangeXml } from '../../read/exchange/read-exchange-xml.ts';
import type { KnownEncoding, RecordSource, SourceColumn } from './record-source.ts';

/** Read as UTF-8 and nothing else. */
const WHY = { code: 'encoding.container', params: {} } as const;
const UTF8: KnownEncoding = {
  file: { detected: 'utf8', used: 'utf8', confidence: 1, why: [WHY], columns: [] },
  column: { encoding: 'utf8', confidence: 1, why: WHY, values: 0, runnerUp: null },
};
const COLUMN: SourceColumn = { width: null, isNumber: false, isElsewhere: false };
const encoder = new TextEncoder();

/** Throws FileRefused. */
export async function openExchangeSource(path: string): Promise<RecordSource> {
  const { records, columns, srid, unused } = await readExchangeXml(path);
  const names = uniqueNames(columns);
  const left: Finding[] =
    unused.length > 0
      ? [
          {
            code: 'file.columns_unused',
            recordNo: null,
            detail: { unused: unused.length, columns: unused.join(', ') },
          },
        ]
      : [];
  return {
    records: records.length,
    columns: columns.map(() => COLUMN),
    encoding: UTF8,
    claim: srid === null ? 'missing' : { srid: findProjection(srid)?.srid ?? null, name: `EPSG:${srid}` },
    findings: left,
    nameColumns: () => names,
    async *rows() {
      for (const { recordNo, fields, shape } of records)
        yield {
          recordNo,
          deleted: false,
          cells: columns.map((column) => encoder.encode(fields.get(column) ?? '')),
          shape,
        };
    },
    async close() {},
  };
}
