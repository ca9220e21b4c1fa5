import { Link } from 'react-router';
import { formatDay } from '../../../../server/domain/words/format-day.ts';
import { formatAreaColumn, formatPlain } from '../../../../server/domain/words/format-number.ts';
import type { FoundHolders } from '../../../api/desk-search.ts';
import { useWords } from '../../shell/use-words.tsx';

/** Rights that a search for holders found, each with who holds it and the parcel. */
export function FoundHoldings({ found }: { readonly found: FoundHolders }) {
  const { w, language } = useWords();
  const { items, more } = found;
  if (items.length === 0) return <p>{w('holders.none')}</p>;
  return (
    <>
      <p>{w('holders.found', { n: formatPlain(items.length, language) })}</p>
      <table className="land-table look-table">
        <caption className="visually-hidden">{w('holders.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{w('parcel.holder')}</th>
            <th scope="col">{w('holders.land')}</th>
            <th scope="col" className="land-figure">
              {w('holders.area')}
            </th>
            <th scope="col">{w('holders.right')}</th>
            <th scope="col">{w('parcel.certificate')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ holder, right, parcel }) => (
            <tr key={right.rightId}>
              <td>
                {holder.name}
                {holder.address !== null && <small> · {holder.address}</small>}
              </td>
              <td>
                <Link to={`/desk/parcels/${parcel.id}`}>
                  {w('parcel.name', { no: parcel.no, sheet: parcel.sheet })}
                </Link>{' '}
                <small>
                  {parcel.commune.name} · {parcel.landUse}
                </small>
              </td>
              <td className="land-figure number">
                {formatAreaColumn(parcel.legalAreaM2 ?? parcel.areaM2, language)}{' '}
                <small>{w(parcel.legalAreaM2 === null ? 'parcel.computedArea' : 'parcel.legalArea')}</small>
              </td>
              <td>
                {right.share === '1' ? w('parcel.whole') : right.share}
                {right.kind === 'management' && <small> · {w('parcel.management')}</small>}
                <br />
                <small>
                  {right.endedAt === null
                    ? w('holders.holds')
                    : w('holders.ended', { when: formatDay(right.endedAt.slice(0, 10), language) })}
                </small>
              </td>
              <td className="number">{right.certificateSerial ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more && <p className="quiet">{w('holders.more')}</p>}
    </>
  );
}
