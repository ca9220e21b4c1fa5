import type { PlannedRight } from '../../api/dealings.ts';
import { useWords } from '../shell/use-words.tsx';

interface Props {
  readonly rights: readonly PlannedRight[];
  readonly land: readonly { readonly parcelId: string; readonly no: string }[];
}

const ORDER = { ended: 0, raised: 1, kept: 2 } as const;
const SHAPE = { ended: '−', raised: '+', kept: '=' } as const;

/** Rights before and after: what ends, what is entered, what stays. */
export function RightsTable({ rights, land }: Props) {
  const { w } = useWords();
  const numbers = new Map(land.map(({ parcelId, no }) => [parcelId, no]));
  return (
    <table className="land-table">
      <caption className="visually-hidden">{w('dealing.rights')}</caption>
      <thead>
        <tr>
          <th scope="col">{w('dealing.change')}</th>
          <th scope="col">{w('parcel.holder')}</th>
          <th scope="col">{w('parcel.share')}</th>
          <th scope="col">{w('dealings.land')}</th>
        </tr>
      </thead>
      <tbody>
        {rights
          .map((right, at) => ({ ...right, at }))
          .toSorted((a, b) => ORDER[a.change] - ORDER[b.change] || a.at - b.at)
          .map(({ at, change, holder, share, parcelId }) => (
            <tr key={at} data-change={change}>
              <th scope="row">
                <span aria-hidden="true">{SHAPE[change]}</span> {w(`dealing.change.${change}`)}
              </th>
              <td>{holder}</td>
              <td className="number">{share === '1' ? w('parcel.whole') : share}</td>
              <td className="number">{numbers.get(parcelId) ?? ''}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
