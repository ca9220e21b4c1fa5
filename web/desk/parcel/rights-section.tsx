import { Link } from 'react-router';
import { formatDay } from '../../../server/domain/words/format-day.ts';
import { formatAreaColumn, formatFixed } from '../../../server/domain/words/format-number.ts';
import type { ParcelRights, PastMoment } from '../../api/parcels.ts';
import { ListState } from '../shell/list-state.tsx';
import { useWords } from '../shell/use-words.tsx';
import { useParcelRights } from './use-parcel.ts';

/** Who holds a parcel, and what burdens it. */
export function RightsSection({ id, moment }: { readonly id: string; readonly moment: PastMoment | null }) {
  const { w } = useWords();
  const rights = useParcelRights(id, moment);
  return (
    <section className="land-part" data-part="rights">
      <h2>{w('parcel.rights')}</h2>
      <ListState of={rights} empty={null}>
        {rights.data && <Held {...rights.data} />}
      </ListState>
    </section>
  );
}

function Held({ rights, mortgages, caveats, leases, restrictions }: ParcelRights) {
  const { w, language } = useWords();
  return (
    <>
      {rights.length === 0 ? (
        <p>{w('parcel.noRights')}</p>
      ) : (
        <table className="land-table">
          <caption className="visually-hidden">{w('parcel.rights')}</caption>
          <thead>
            <tr>
              <th scope="col">{w('parcel.holder')}</th>
              <th scope="col">{w('parcel.share')}</th>
              <th scope="col">{w('parcel.certificate')}</th>
            </tr>
          </thead>
          <tbody>
            {rights.map(({ rightId, holder, kind, share, certificateSerial, verified, until, raisedBy }) => (
              <tr key={rightId}>
                <td>
                  {holder}
                  {kind === 'management' && <small> · {w('parcel.management')}</small>}
                  {until !== null && <small> · {w('parcel.until', { day: formatDay(until, language) })}</small>}
                  {!verified && (
                    <small className="mark" data-tone="waiting">
                      <span aria-hidden="true">▲</span> {w('parcel.unverified')}
                    </small>
                  )}{' '}
                  <small>
                    <Link to={`/desk/dealings/${raisedBy}`}>{w('parcel.raisedBy')}</Link>
                  </small>
                </td>
                <td className="number">{share === '1' ? w('parcel.whole') : share}</td>
                <td className="number">{certificateSerial ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h3>{w('parcel.mortgages')}</h3>
      {mortgages.length === 0 && <p className="quiet">{w('parcel.noMortgages')}</p>}
      <ul className="land-lines">
        {mortgages.map(({ mortgageId, mortgagee, documentNo, documentDate, raisedBy }) => (
          <li key={mortgageId}>
            {w('parcel.mortgageLine', { name: mortgagee, no: documentNo, day: formatDay(documentDate, language) })} ·{' '}
            <Link to={`/desk/dealings/${raisedBy}`}>{w('parcel.raisedBy')}</Link>
          </li>
        ))}
      </ul>
      <h3>{w('parcel.caveats')}</h3>
      {caveats.length === 0 && <p className="quiet">{w('parcel.noCaveats')}</p>}
      <ul className="land-lines">
        {caveats.map(({ caveatId, effects, documentNo, documentDate, until, raisedBy }) => (
          <li key={caveatId}>
            {w('parcel.caveatLine', {
              effects: effects.map((effect) => w(`effect.${effect}`)).join(', '),
              no: documentNo,
              day: formatDay(documentDate, language),
            })}
            {until !== null && ` · ${w('parcel.caveatUntil', { day: formatDay(until, language) })}`} ·{' '}
            <Link to={`/desk/dealings/${raisedBy}`}>{w('parcel.raisedBy')}</Link>
          </li>
        ))}
      </ul>
      {leases.length > 0 && (
        <>
          <h3>{w('parcel.leases')}</h3>
          <ul className="land-lines">
            {leases.map(({ leaseId, lessee, documentNo, documentDate, until, raisedBy }) => (
              <li key={leaseId}>
                {w('parcel.mortgageLine', { name: lessee, no: documentNo, day: formatDay(documentDate, language) })} ·{' '}
                {w('parcel.until', { day: formatDay(until, language) })} ·{' '}
                <Link to={`/desk/dealings/${raisedBy}`}>{w('parcel.raisedBy')}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {restrictions.length > 0 && (
        <>
          <h3>{w('parcel.restrictions')}</h3>
          <ul className="land-lines">
            {restrictions.map(
              ({ restrictionId, kind, geometryLegal, areaM2, lengthM, documentNo, documentDate, raisedBy }) => (
                <li key={restrictionId}>
                  {w(`restriction.${kind}`)}
                  {geometryLegal !== null && ` (${w('restriction.onPart')})`}
                  {areaM2 !== null && ` · ${formatAreaColumn(areaM2, language)}`}
                  {lengthM !== null && ` · ${formatFixed(lengthM, language, 2)} m`} ·{' '}
                  {w('says.documentLine', { no: documentNo, day: formatDay(documentDate, language) })} ·{' '}
                  <Link to={`/desk/dealings/${raisedBy}`}>{w('parcel.raisedBy')}</Link>
                </li>
              ),
            )}
          </ul>
        </>
      )}
      <p className="quiet land-note">{w('parcel.readLogged')}</p>
    </>
  );
}
