import { formatNumber } from '../../../server/domain/words/format-number.ts';
import type { Language } from '../../../server/domain/words/language.ts';
import type { BatchRecord } from '../../api/batch/batches.ts';
import type { DeskWords } from '../../i18n/desk-words.ts';
import { RecordMark } from '../shell/batch/status-mark.tsx';
import type { Column } from '../table/column.ts';

export const openFindings = (record: BatchRecord) =>
  record.findings.filter(({ settledBy, severity }) => settledBy === null && severity !== 'info');

/** Columns of the records. Persons are ordered by for who may see them. Two areas, each named: what the map gives, and what the papers say. */
export function recordColumns(w: DeskWords, language: Language, persons: boolean): Column<BatchRecord>[] {
  const area = (value: number | null) => (value === null ? '' : formatNumber(value, language, 1));
  const legal = (record: BatchRecord) => record.candidate?.legalAreaM2 ?? null;
  const difference = (record: BatchRecord) => {
    const [map, papers] = [record.areaM2, legal(record)];
    return map === null || papers === null ? null : Math.round((map - papers) * 10) / 10;
  };
  return [
    {
      id: 'no',
      sort: 'no',
      header: w('column.recordNo'),
      value: ({ recordNo }) => recordNo,
      numeric: true,
    },
    {
      id: 'status',
      sort: 'status',
      header: w('column.status'),
      value: ({ status }) => w(`record.${status}`),
      cell: ({ status }) => <RecordMark status={status} />,
    },
    { id: 'sheet', sort: 'sheet', header: w('column.sheet'), value: ({ candidate }) => candidate?.sheetNo ?? null },
    { id: 'parcel', sort: 'parcel', header: w('column.parcel'), value: ({ candidate }) => candidate?.parcelNo ?? null },
    {
      id: 'landUse',
      sort: 'landUse',
      header: w('column.landUse'),
      value: ({ candidate }) => candidate?.purposes.map(({ code }) => code).join('+') || null,
    },
    {
      id: 'area',
      sort: 'area',
      header: w('column.areaMap'),
      value: ({ areaM2 }) => (areaM2 === null ? null : Math.round(areaM2 * 10) / 10),
      cell: ({ areaM2 }) => area(areaM2),
      numeric: true,
    },
    {
      id: 'legalArea',
      sort: 'legalArea',
      header: w('column.areaPapers'),
      value: legal,
      cell: (record) => area(legal(record)),
      numeric: true,
    },
    {
      id: 'difference',
      sort: 'difference',
      header: w('column.areaDifference'),
      value: difference,
      cell: (record) => area(difference(record)),
      numeric: true,
      hidden: true,
    },
    {
      id: 'findings',
      sort: 'findings',
      header: w('column.findings'),
      value: (record) => openFindings(record).length,
      numeric: true,
    },
    {
      id: 'corrections',
      sort: 'corrections',
      header: w('column.corrections'),
      value: ({ corrections }) => corrections.length,
      numeric: true,
      hidden: true,
    },
    {
      id: 'holder',
      header: w('field.holders'),
      value: ({ candidate }) => candidate?.holders.map(({ name }) => name).join('; ') || null,
      hidden: true,
      ...(persons ? { sort: 'holder' } : {}),
    },
    {
      id: 'address',
      header: w('column.address'),
      value: ({ candidate }) => candidate?.address ?? null,
      hidden: true,
      ...(persons ? { sort: 'address' } : {}),
    },
    { id: 'code', sort: 'code', header: w('column.parcelCode'), value: ({ parcelCode }) => parcelCode, hidden: true },
  ];
}
