import { formatArea } from '../../../server/domain/words/format-number.ts';
import type { BatchRecordDetail } from '../../api/batch/batches.ts';
import { useWords } from '../shell/use-words.tsx';
import { fieldName } from './field-name.ts';

interface Line {
  readonly field: string;
  readonly converted: string | null;
  readonly from: readonly string[];
}

/** Roles that the import gives to columns (gis-import/convert/columns/column-dictionary.ts), by the field they fill. */
const ROLES_OF: Readonly<Record<string, readonly string[]>> = {
  legalAreaM2: ['legalArea', 'measuredArea'],
  purposes: ['landUse'],
  holders: ['holder'],
};

/** What the file says beside what would be registered, field by field; then what is taken over nowhere. */
export function RawValues({
  record,
  columns,
}: {
  readonly record: BatchRecordDetail;
  /** Column of the file → its role. */
  readonly columns: Readonly<Record<string, string>>;
}) {
  const { w, language } = useWords();
  const { candidate, raw, areaM2 } = record;
  const area = (value: number | null | undefined) =>
    value === null || value === undefined ? null : formatArea(value, language);
  const purposes = candidate?.purposes.map(({ code, areaM2: part }) =>
    part === null ? code : `${code} ${area(part)}`,
  );
  const fields: [string, string | null][] = [
    ['sheetNo', candidate?.sheetNo ?? null],
    ['parcelNo', candidate?.parcelNo ?? null],
    ['scale', candidate?.scale ? `1:${candidate.scale}` : null],
    ['purposes', purposes?.join(' + ') || null],
    ['legalAreaM2', area(candidate?.legalAreaM2)],
    ['areaM2', area(areaM2)],
    ['address', candidate?.address ?? null],
    ['holders', candidate?.holders.map(({ name }) => name).join('; ') || null],
    ['certificateSerial', candidate?.certificateSerial ?? null],
    ['useOrigin', candidate?.useOrigin ?? null],
  ];
  const lines: Line[] = fields.map(([field, converted]) => ({
    field,
    converted,
    from: Object.keys(columns).filter((column) => (ROLES_OF[field] ?? [field]).includes(columns[column] ?? '')),
  }));
  const used = new Set(lines.flatMap(({ from }) => from));
  const rest = Object.entries(raw).filter(([column]) => !used.has(column));
  const nothing = <span className="quiet">{w('raw.nothing')}</span>;
  return (
    <table className="raw">
      <thead>
        <tr>
          <th scope="col">{w('raw.field')}</th>
          <th scope="col">{w('raw.file')}</th>
          <th scope="col">{w('raw.register')}</th>
        </tr>
      </thead>
      <tbody>
        {lines
          .filter(({ converted, from }) => converted !== null || from.length > 0)
          .map(({ field, converted, from }) => (
            <tr key={field}>
              <th scope="row">{fieldName(field, w)}</th>
              <td>
                {from.map((column) => (
                  <div key={column}>
                    <code>{column}</code> {raw[column] === undefined || raw[column] === '' ? nothing : raw[column]}
                  </div>
                ))}
              </td>
              <td>{converted ?? nothing}</td>
            </tr>
          ))}
        {rest.map(([column, value]) => (
          <tr key={column}>
            <th scope="row">
              <code>{column}</code>
            </th>
            <td>{value === '' ? nothing : value}</td>
            <td className="quiet">{w('raw.notTaken')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
