import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RequestCounts } from '../../../server/domain/contract/paper/request-statistics.ts';
import { formatDay } from '../../../server/domain/words/format-day.ts';
import { formatNumber } from '../../../server/domain/words/format-number.ts';
import { countRequests } from '../../api/paper/requests.ts';
import { ListState } from '../shell/list-state.tsx';
import { guarded } from '../shell/session/session-gate.ts';
import { useWords } from '../shell/use-words.tsx';
import { REQUESTS_KEY } from './use-requests.ts';

const COLUMNS = [
  'opened',
  'fulfilled',
  'refused',
  'late',
  'open',
  'overdue',
] as const satisfies readonly (keyof RequestCounts)[];

/** Requests that came, were answered and wait, by commune and kind: asked for when it is opened. */
export function RequestStatistics() {
  const { w } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className="land-part" data-part="statistics" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{w('counts.title')}</summary>
      {open && <Counts />}
    </details>
  );
}

function Counts() {
  const { w, language } = useWords();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const days = { ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) };
  const counted = useQuery({
    queryKey: [...REQUESTS_KEY, 'counts', days],
    queryFn: ({ signal }) => guarded(() => countRequests(days, signal)),
  });
  const told = counted.data;
  const number = (value: number) => formatNumber(value, language, 0);
  return (
    <>
      <div className="counts-days">
        <label>
          {w('counts.from')}{' '}
          <input type="date" value={from} max={to} onChange={(e) => setFrom(e.currentTarget.value)} />
        </label>
        <label>
          {w('counts.to')} <input type="date" value={to} min={from} onChange={(e) => setTo(e.currentTarget.value)} />
        </label>
      </div>
      <ListState of={counted} empty={null}>
        {told && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than the screen is scrolled by keys
          <section className="land-wide-table" tabIndex={0} aria-label={w('counts.title')}>
            <table className="land-table">
              <caption className="counts-caption">
                {w('counts.caption', { from: formatDay(told.from, language), to: formatDay(told.to, language) })}
              </caption>
              <thead>
                <tr>
                  <th scope="col">{w('parcel.commune')}</th>
                  <th scope="col">{w('request.asks')}</th>
                  {COLUMNS.map((name) => (
                    <th key={name} scope="col" className="land-figure">
                      {w(`counts.${name}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {told.items.map((item) => (
                  <tr key={`${item.commune.code} ${item.kind}`} data-count={`${item.commune.code} ${item.kind}`}>
                    <th scope="row">{item.commune.name}</th>
                    <td>{w(`request.kind.${item.kind}`)}</td>
                    {COLUMNS.map((name) => (
                      <td key={name} className="land-figure number">
                        {number(item[name])}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row" colSpan={2}>
                    {w('counts.all')}
                  </th>
                  {COLUMNS.map((name) => (
                    <td key={name} className="land-figure number">
                      {number(told.total[name])}
                    </td>
                  ))}
                </tr>
              </tfoot>
            </table>
          </section>
        )}
        <p className="quiet land-note">{w('counts.note')}</p>
      </ListState>
    </>
  );
}
