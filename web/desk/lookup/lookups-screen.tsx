import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { formatDay, formatMoment } from '../../../server/domain/words/format-day.ts';
import { formatNumber } from '../../../server/domain/words/format-number.ts';
import type { LookupSummary } from '../../api/lookups.ts';
import '../parcel/land.css';
import { ListState } from '../shell/list-state.tsx';
import { useWords } from '../shell/use-words.tsx';
import './lookup.css';
import { LookupForm } from './lookup-form.tsx';
import { LOOKUPS_KEY, useLookups } from './use-lookups.ts';

/** Many parcels at once: a table in, and what was looked up before. */
export default function LookupsScreen() {
  const { w } = useWords();
  const client = useQueryClient();
  const list = useLookups();
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="screen lookup">
      <h1>{w('lookup.title')}</h1>
      <LookupForm onSent={() => void client.invalidateQueries({ queryKey: LOOKUPS_KEY }).catch(reportError)} />
      <h2>{w('lookup.own')}</h2>
      <ListState of={list} empty={items.length === 0 ? w('lookup.none') : null}>
        <Lookups items={items} />
        {list.hasNextPage && (
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {w('lookup.older')}
          </Button>
        )}
      </ListState>
    </div>
  );
}

function Lookups({ items }: { readonly items: readonly LookupSummary[] }) {
  const { w, language } = useWords();
  return (
    <div className="land-wide-table">
      <table className="land-table">
        <caption className="visually-hidden">{w('lookup.own')}</caption>
        <thead>
          <tr>
            <th scope="col">{w('lookup.name')}</th>
            <th scope="col">{w('lookup.purpose')}</th>
            <th scope="col">{w('lookup.rows')}</th>
            <th scope="col">{w('lookup.state')}</th>
            <th scope="col">{w('lookup.keep')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.lookupId}>
              <th scope="row">
                <Link to={`/desk/lookup/${one.lookupId}`}>{one.name || w('lookup.noName')}</Link>{' '}
                <span className="quiet">{formatMoment(one.askedAt, language)}</span>
              </th>
              <td>{one.purpose ?? '–'}</td>
              <td>{formatNumber(one.rows, language, 0)}</td>
              <td>{w(`lookup.state.${one.state}`)}</td>
              <td>{formatDay(one.keepUntil, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
