import { Button } from '@mantine/core';
import { Link, useParams } from 'react-router';
import type { PortalParcel } from '../../../server/domain/contract/portal/portal-parcels.ts';
import {
  LOOKUP_OUTCOMES,
  type LookupOutcome,
  OUTCOME_TEXT,
  REASON_TEXT,
} from '../../../server/domain/lookup/lookup-outcome.ts';
import { formatMoment } from '../../../server/domain/words/format-day.ts';
import { formatArea, formatNumber } from '../../../server/domain/words/format-number.ts';
import type { AnsweredLookupRow, LookupSummary } from '../../api/lookups.ts';
import '../parcel/land.css';
import { ListState } from '../shell/list-state.tsx';
import { useAsked } from '../shell/use-asked.ts';
import { useWords } from '../shell/use-words.tsx';
import './lookup.css';
import { useLookup, useLookupRows } from './use-lookups.ts';

const COUNT_OF = {
  matched: 'matched',
  ambiguous: 'ambiguous',
  not_matched: 'notMatched',
  not_understood: 'notUnderstood',
} as const satisfies Record<LookupOutcome, keyof LookupSummary['counts']>;
const FILES = [
  ['xlsx', 'XLSX'],
  ['csv', 'CSV'],
  ['gpkg', 'GeoPackage'],
] as const;
const isOutcome = (name: string | null): name is LookupOutcome => LOOKUP_OUTCOMES.some((one) => one === name);

/** One look-up: how far it is, its rows with what became of them, the filled table. */
export default function LookupScreen() {
  const { id = '' } = useParams();
  const { w, language } = useWords();
  const [asked, ask] = useAsked();
  const named = asked.get('outcome');
  const outcome = isOutcome(named) ? named : null;
  const looked = useLookup(id);
  const lookup = looked.data;
  return (
    <div className="screen lookup">
      <p>
        <Link to="/desk/lookup">{w('lookup.back')}</Link>
      </p>
      <h1>{lookup?.name || w('lookup.title')}</h1>
      <ListState of={looked} empty={null}>
        {lookup && (
          <>
            <Progress lookup={lookup} />
            {lookup.state === 'done' && (
              <p className="lookup-line">
                {FILES.map(([ending, kind]) => (
                  <Button
                    key={ending}
                    component="a"
                    variant="default"
                    download
                    href={`/api/lookups/${id}.${ending}?lang=${language}${outcome ? `&outcome=${outcome}` : ''}`}
                  >
                    {w('lookup.download', { kind })}
                  </Button>
                ))}
              </p>
            )}
            <nav className="queues" aria-label={w('lookup.filter')}>
              {[null, ...LOOKUP_OUTCOMES].map((one) => (
                <button
                  key={one ?? 'all'}
                  type="button"
                  aria-pressed={one === outcome}
                  onClick={() => ask({ outcome: one })}
                >
                  {one === null ? w('lookup.all') : OUTCOME_TEXT[one][language]}{' '}
                  {formatNumber(one === null ? lookup.done : lookup.counts[COUNT_OF[one]], language, 0)}
                </button>
              ))}
            </nav>
            <Rows lookup={lookup} outcome={outcome} />
          </>
        )}
      </ListState>
    </div>
  );
}

function Progress({ lookup }: { readonly lookup: LookupSummary }) {
  const { w, language } = useWords();
  const { state, done, rows, asOf, purpose } = lookup;
  const text = w('lookup.progress', { done: formatNumber(done, language, 0), all: formatNumber(rows, language, 0) });
  return (
    <p role="status">
      <strong>{w(`lookup.state.${state}`)}</strong> · {text}
      {asOf && ` · ${w('lookup.asOf', { moment: formatMoment(asOf, language) })}`}
      {purpose && ` · ${w('lookup.purpose')}: ${purpose}`}
      {state !== 'done' && state !== 'failed' && (
        <>
          {' '}
          <progress max={rows} value={done} aria-label={w('lookup.state.running')} />
        </>
      )}
    </p>
  );
}

function Rows({ lookup, outcome }: { readonly lookup: LookupSummary; readonly outcome: LookupOutcome | null }) {
  const { w } = useWords();
  const list = useLookupRows(lookup.lookupId, outcome, lookup.done);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <ListState of={list} empty={items.length === 0 ? w('lookup.noRows') : null}>
      <RowTable lookup={lookup} items={items} />
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {w('lookup.more')}
        </Button>
      )}
    </ListState>
  );
}

function RowTable({ lookup, items }: { readonly lookup: LookupSummary; readonly items: readonly AnsweredLookupRow[] }) {
  const { w, language } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than the screen is scrolled by keys
    <section className="land-wide-table" tabIndex={0} aria-label={lookup.name || w('lookup.title')}>
      <table className="land-table">
        <thead>
          <tr>
            <th scope="col">{w('lookup.row')}</th>
            <th scope="col">{w('lookup.outcome')}</th>
            <th scope="col">{w('lookup.parcel')}</th>
            {lookup.columns.map(({ head }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns of a table can have one head
              <th scope="col" key={i}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <tr key={row.rowNo} data-outcome={row.outcome}>
              <th scope="row">{formatNumber(row.rowNo, language, 0)}</th>
              <td>
                <strong className="lookup-mark" data-outcome={row.outcome}>
                  {OUTCOME_TEXT[row.outcome][language]}
                </strong>{' '}
                {row.reason && <span className="quiet">{REASON_TEXT[row.reason][language]}</span>}
              </td>
              <td>
                {row.parcels.map((parcel) => (
                  <div key={parcel.id}>
                    <Parcel parcel={parcel} />
                  </div>
                ))}
                {row.more && w('lookup.moreParcels')}
              </td>
              {row.given.map((cell, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are told apart by their column alone
                <td key={i}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Parcel({ parcel }: { readonly parcel: PortalParcel }) {
  const { w, language } = useWords();
  const { commune, numberedIn, landUse, areaM2, state } = parcel;
  const more = [
    commune?.name,
    numberedIn && numberedIn.code !== commune?.code && w('lookup.numberedIn', { unit: numberedIn.name }),
    landUse?.map(({ code }) => code).join('+'),
    areaM2 !== undefined && formatArea(areaM2, language),
    state === 'historic' && w('lookup.historic'),
  ].filter(Boolean);
  return (
    <>
      <Link to={`/desk/parcels/${parcel.id}`}>
        {w('parcel.name', { no: parcel.no ?? '–', sheet: parcel.sheet ?? '–' })}
      </Link>{' '}
      <span className="quiet">{more.join(' · ')}</span>
    </>
  );
}
