import { Link } from 'react-router';
import { formatAreaColumn } from '../../../server/domain/words/format-number.ts';
import type { RaisedParcel } from '../../api/dealings.ts';
import { useWords } from '../shell/use-words.tsx';

interface Parent {
  readonly areaM2: number;
  readonly legalAreaM2: number | null;
}

interface Props {
  readonly raises: readonly RaisedParcel[];
  /** Whether the parcels are in the register, and have pages. */
  readonly links?: boolean;
  /** What was cut: sums then stand under the parts. */
  readonly parent?: Parent;
  readonly chosen?: string | null;
  onChoose?(parcelId: string | null): void;
}

/** Parcels that a dealing raises or changes, each area named legal or computed; under the parts of a cut their sum and what it differs by. */
export function LandTable({ raises, links = false, parent, chosen = null, onChoose }: Props) {
  const { w, language } = useWords();
  const area = (m2: number | null) => (m2 === null ? '–' : formatAreaColumn(m2, language));
  const parts = raises.filter(({ role }) => role === 'raised');
  const sum = (of: (parcel: RaisedParcel) => number) => parts.reduce((total, parcel) => total + of(parcel), 0);
  const legalSum = parts.some(({ legalAreaM2 }) => legalAreaM2 === null)
    ? null
    : sum(({ legalAreaM2 }) => legalAreaM2 ?? 0);
  const rounded = (m2: number) => Math.round(m2 * 100) / 100 || 0;
  return (
    <table className="land-table">
      <caption className="visually-hidden">{w('dealing.land')}</caption>
      <thead>
        <tr>
          <th scope="col">{w('dealings.land')}</th>
          <th scope="col" className="land-figure">
            {w('dealing.legal')}
          </th>
          <th scope="col" className="land-figure">
            {w('dealing.computed')}
          </th>
          <th scope="col">{w('dealing.use')}</th>
        </tr>
      </thead>
      <tbody>
        {raises.map(({ parcelId, no, role, legalAreaM2, areaM2, landUse }) => (
          <tr
            key={parcelId}
            data-role={role}
            data-chosen={chosen === parcelId}
            onMouseEnter={() => onChoose?.(parcelId)}
            onMouseLeave={() => onChoose?.(null)}
          >
            <th scope="row">
              {links ? <Link to={`/desk/parcels/${parcelId}`}>{no}</Link> : no}{' '}
              <small>{w(`dealing.role.${role}`)}</small>
            </th>
            <td className="number land-figure">{area(legalAreaM2)}</td>
            <td className="number land-figure">{area(areaM2)}</td>
            <td>{landUse}</td>
          </tr>
        ))}
      </tbody>
      {parent && parts.length > 0 && (
        <tfoot>
          <tr>
            <th scope="row">{w('dealing.sum')}</th>
            <td className="number land-figure">{area(legalSum)}</td>
            <td className="number land-figure">{area(sum(({ areaM2 }) => areaM2))}</td>
            <td />
          </tr>
          <tr>
            <th scope="row">{w('dealing.difference')}</th>
            <td className="number land-figure">
              {area(legalSum === null || parent.legalAreaM2 === null ? null : rounded(legalSum - parent.legalAreaM2))}
            </td>
            <td className="number land-figure">{area(rounded(sum(({ areaM2 }) => areaM2) - parent.areaM2))}</td>
            <td />
          </tr>
        </tfoot>
      )}
    </table>
  );
}
