import { Link } from 'react-router';
import { formatArea } from '../../../../server/domain/words/format-number.ts';
import type { BatchRecordDetail } from '../../../api/batch/batches.ts';
import { useWords } from '../../shell/use-words.tsx';
import { fieldName } from '../field-name.ts';

interface Props {
  readonly record: BatchRecordDetail;
  readonly difference: NonNullable<BatchRecordDetail['difference']>;
}

/** The registered parcel beside what the file says of it; what differs is named by a word, not by colour alone. */
export function DifferenceTable({ record, difference }: Props) {
  const { w, language } = useWords();
  const { candidate, masked } = record;
  const { registered, fields } = difference;
  const area = (value: number | null | undefined) =>
    value === null || value === undefined ? null : formatArea(value, language);
  const uses = (purposes: readonly { code: string; areaM2: number | null }[] | undefined) =>
    purposes?.map(({ code, areaM2 }) => (areaM2 ? `${code} ${area(areaM2)}` : code)).join(' + ') || null;
  const rows: (readonly [field: string, differs: boolean, before: string | null, after: string | null])[] = [
    // Without a boundary in the file there is nothing to hold against the registered one.
    ...(record.geometryLegal
      ? [['areaM2', fields.includes('boundary'), area(registered.areaM2), area(record.areaM2)] as const]
      : []),
    ['legalAreaM2', fields.includes('legalAreaM2'), area(registered.legalAreaM2), area(candidate?.legalAreaM2)],
    ['purposes', fields.includes('purposes'), uses(registered.purposes), uses(candidate?.purposes)],
  ];
  if (!masked) {
    const names = candidate?.holders.map(({ name }) => name).join('; ') || null;
    rows.push(
      ['address', fields.includes('address'), registered.address, candidate?.address ?? null],
      ['holders', fields.includes('holders'), registered.holders.join('; ') || null, names],
      [
        'certificateSerial',
        fields.includes('certificateSerial'),
        registered.certificateSerials.join(', ') || null,
        candidate?.certificateSerial ?? null,
      ],
    );
  }
  const moved = fields.includes('boundary') ? 'difference.oldDashed' : 'difference.otherFacts';
  const lead = fields.length === 0 ? 'difference.same' : moved;
  const nothing = <span className="quiet">{w('raw.nothing')}</span>;
  return (
    <section className="difference">
      <h3>{w('difference.ofRecord')}</h3>
      <p>
        {w(lead)} <Link to={`/desk/parcels/${difference.parcelId}`}>{w('difference.openParcel')}</Link>
      </p>
      <table className="raw">
        <thead>
          <tr>
            <th scope="col">{w('raw.field')}</th>
            <th scope="col">{w('difference.registered')}</th>
            <th scope="col">{w('raw.file')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([field, differs, before, after]) => (
            <tr key={field} data-differs={differs}>
              <th scope="row">
                {field === 'areaM2' ? w('difference.boundary') : fieldName(field, w)}
                {differs && <strong> · {w('difference.differs_mark')}</strong>}
              </th>
              <td>{before ?? nothing}</td>
              <td>{after ?? nothing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
