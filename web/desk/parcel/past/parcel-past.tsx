import { Link } from 'react-router';
import { isDealing } from '../../../../server/domain/dealing/dealing-state.ts';
import { formatDay, formatLegalMoment, formatMoment } from '../../../../server/domain/words/format-day.ts';
import { formatAreaColumn } from '../../../../server/domain/words/format-number.ts';
import type { DealingSummary } from '../../../api/dealings.ts';
import { DealingMark } from '../../dealing/dealing-mark.tsx';
import { ListState } from '../../shell/list-state.tsx';
import { useWords } from '../../shell/use-words.tsx';
import { useDealingsOf, useParcelHistory } from '../use-parcel.ts';
import { KnownSince } from './known-since.tsx';
import { LineageSection } from './lineage-section.tsx';

/** Where a parcel came from and what became of it; its versions; the dealings about it. */
export function ParcelPast({ id }: { readonly id: string }) {
  return (
    <>
      <LineageSection id={id} />
      <Dealings id={id} />
      <Versions id={id} />
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
          {history.data?.items.map(
            ({ version, no, sheet, areaM2, landUse, registeredAt, endedAt, recordedAt, raisedBy }) => (
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
                    ? w('parcel.historySince', { from: formatLegalMoment(registeredAt, language) })
                    : w('parcel.historySpan', {
                        from: formatLegalMoment(registeredAt, language),
                        to: formatLegalMoment(endedAt, language),
                      })}{' '}
                  · <Link to={`/desk/dealings/${raisedBy}`}>{w('parcel.raisedBy')}</Link>
                  <KnownSince registeredAt={registeredAt} recordedAt={recordedAt} />
                </small>
              </li>
            ),
          )}
        </ol>
      </ListState>
    </section>
  );
}

function Dealings({ id }: { readonly id: string }) {
  const { w } = useWords();
  const dealings = useDealingsOf(id);
  const items = dealings.data?.items ?? [];
  const open = items.filter(({ status }) => isDealing(status, 'open'));
  const past = items.filter(({ status }) => !isDealing(status, 'open'));
  return (
    <section className="land-part" data-part="dealings">
      <h2>{w('parcel.dealings')}</h2>
      <ListState of={dealings} empty={items.length === 0 ? w('parcel.noDealings') : null}>
        <h3>{w('parcel.dealingsOpen')}</h3>
        {open.length === 0 ? <p className="quiet">{w('parcel.noneOpen')}</p> : <DealingLines items={open} />}
        {past.length > 0 && (
          <>
            <h3>{w('parcel.dealingsPast')}</h3>
            <DealingLines items={past} />
          </>
        )}
      </ListState>
    </section>
  );
}

function DealingLines({ items }: { readonly items: readonly DealingSummary[] }) {
  const { w, language } = useWords();
  return (
    <ul className="land-lines">
      {items.map((dealing) => (
        <li key={dealing.dealingId}>
          <Link to={`/desk/dealings/${dealing.dealingId}`}>{w(`kind.${dealing.kind}`)}</Link> ·{' '}
          <DealingMark dealing={dealing} /> ·{' '}
          {dealing.entered === null || dealing.registeredAt === null
            ? formatMoment(dealing.registeredAt ?? dealing.lodgedAt ?? dealing.createdAt, language)
            : `${formatDay(dealing.entered.on, language)}, ${w('dealing.lateMark')}`}
        </li>
      ))}
    </ul>
  );
}
