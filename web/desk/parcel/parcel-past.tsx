import { Link } from 'react-router';
import { formatMoment } from '../../../server/domain/words/format-day.ts';
import { formatAreaColumn } from '../../../server/domain/words/format-number.ts';
import type { ParcelDetail } from '../../api/parcels.ts';
import { DealingMark } from '../dealing/dealing-mark.tsx';
import { ListState } from '../shell/list-state.tsx';
import { useWords } from '../shell/use-words.tsx';
import { ParcelStateMark } from './parcel-state-mark.tsx';
import { useDealingsOf, useParcelHistory } from './use-parcel.ts';

/** Where a parcel came from and what became of it; its versions; the dealings about it. */
export function ParcelPast({ parcel }: { readonly parcel: ParcelDetail }) {
  const { w } = useWords();
  return (
    <>
      <section className="land-part" data-part="lineage">
        <h2>{w('parcel.lineage')}</h2>
        {parcel.predecessors.length + parcel.successors.length === 0 && (
          <p className="quiet">{w('parcel.noLineage')}</p>
        )}
        <Relatives title={w('parcel.from')} of={parcel.predecessors} />
        <Relatives title={w('parcel.into')} of={parcel.successors} />
      </section>
      <Versions id={parcel.id} />
      <Dealings id={parcel.id} />
    </>
  );
}

function Relatives({ title, of }: { readonly title: string; readonly of: ParcelDetail['predecessors'] }) {
  const { w, language } = useWords();
  if (of.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="land-lines">
        {of.map(({ id, no, sheet, areaM2, state, dealingId }) => (
          <li key={id}>
            <Link to={`/desk/parcels/${id}`}>{w('parcel.name', { no, sheet })}</Link> ·{' '}
            <span className="number">{formatAreaColumn(areaM2, language)}</span> · <ParcelStateMark state={state} /> ·{' '}
            <Link to={`/desk/dealings/${dealingId}`}>{w('parcel.raisedBy')}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function Versions({ id }: { readonly id: string }) {
  const { w, language } = useWords();
  const history = useParcelHistory(id);
  return (
    <section className="land-part" data-part="history">
      <h2>{w('parcel.history')}</h2>
      <ListState of={history} empty={null}>
        <ol className="land-lines" reversed>
          {history.data?.items.map(({ version, no, sheet, areaM2, landUse, registeredAt, endedAt, raisedBy }) => (
            <li key={version}>
              {w('parcel.historyLine', {
                n: version,
                no,
                sheet,
                area: formatAreaColumn(areaM2, language),
                use: landUse,
              })}
              <br />
              <small>
                {endedAt === null
                  ? w('parcel.historySince', { from: formatMoment(registeredAt, language) })
                  : w('parcel.historySpan', {
                      from: formatMoment(registeredAt, language),
                      to: formatMoment(endedAt, language),
                    })}{' '}
                · <Link to={`/desk/dealings/${raisedBy}`}>{w('parcel.raisedBy')}</Link>
              </small>
            </li>
          ))}
        </ol>
      </ListState>
    </section>
  );
}

function Dealings({ id }: { readonly id: string }) {
  const { w, language } = useWords();
  const dealings = useDealingsOf(id);
  const items = dealings.data?.items ?? [];
  return (
    <section className="land-part" data-part="dealings">
      <h2>{w('parcel.dealings')}</h2>
      <ListState of={dealings} empty={items.length === 0 ? w('parcel.noDealings') : null}>
        <ul className="land-lines">
          {items.map((dealing) => (
            <li key={dealing.dealingId}>
              <Link to={`/desk/dealings/${dealing.dealingId}`}>{w(`kind.${dealing.kind}`)}</Link> ·{' '}
              <DealingMark dealing={dealing} /> ·{' '}
              {formatMoment(dealing.registeredAt ?? dealing.lodgedAt ?? dealing.createdAt, language)}
            </li>
          ))}
        </ul>
      </ListState>
    </section>
  );
}
