import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { RequestQueue } from '../../../server/domain/contract/paper/requests.ts';
import { formatDay } from '../../../server/domain/words/format-day.ts';
import type { RequestSummary } from '../../api/paper/requests.ts';
import '../parcel/land.css';
import { ListState } from '../shell/list-state.tsx';
import { staffName } from '../shell/session/staff-name.ts';
import { useAsked } from '../shell/use-asked.ts';
import { useWords } from '../shell/use-words.tsx';
import './request.css';
import { RequestClock } from './request-clock.tsx';
import { RequestStatistics } from './request-statistics.tsx';
import { useRequests } from './use-requests.ts';

const QUEUES: readonly RequestQueue[] = ['open', 'mine', 'decided'];
const isQueue = (name: string | null): name is RequestQueue => QUEUES.some((queue) => queue === name);

/** Requests for papers by what is due first. */
export default function RequestsScreen() {
  const { w } = useWords();
  const [asked, ask] = useAsked();
  const named = asked.get('queue');
  const queue = isQueue(named) ? named : 'open';
  const list = useRequests(queue);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="screen">
      <h1>{w('requests.title')}</h1>
      <p>
        <Link to="/desk/templates">{w('templates.title')}</Link>
      </p>
      <RequestStatistics />
      <nav className="queues" aria-label={w('requests.queues')}>
        {QUEUES.map((one) => (
          <button key={one} type="button" aria-pressed={one === queue} onClick={() => ask({ queue: one })}>
            {w(`requests.${one}` as 'requests.open')}
          </button>
        ))}
      </nav>
      <ListState of={list} empty={items.length === 0 ? w(`requests.empty.${queue}` as 'requests.empty.open') : null}>
        <div className="land-wide-table">
          <Rows items={items} caption={w(`requests.${queue}` as 'requests.open')} />
        </div>
        {list.hasNextPage && (
          <p>
            <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {w('dealings.more')}
            </Button>
          </p>
        )}
      </ListState>
    </div>
  );
}

function Rows({ items, caption }: { readonly items: readonly RequestSummary[]; readonly caption: string }) {
  const { w, language } = useWords();
  return (
    <table className="land-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{w('requests.reference')}</th>
          <th scope="col">{w('request.asks')}</th>
          <th scope="col">{w('requests.clock')}</th>
          <th scope="col">{w('requests.due')}</th>
          <th scope="col">{w('dealings.status')}</th>
          <th scope="col">{w('dealings.land')}</th>
          <th scope="col">{w('parcel.commune')}</th>
          <th scope="col">{w('requests.fee')}</th>
          <th scope="col">{w('requests.by')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((request) => (
          <tr key={request.requestId} data-request={request.requestId}>
            <th scope="row">
              <Link to={`/desk/requests/${request.requestId}`}>{request.reference}</Link>
            </th>
            <td>{w(`request.kind.${request.kind}`)}</td>
            <td>
              <RequestClock request={request} />
            </td>
            <td>{formatDay(request.dueOn, language)}</td>
            <td>{w(`request.status.${request.status}`)}</td>
            <td>{w('parcel.name', { no: request.parcel.no, sheet: request.parcel.sheet })}</td>
            <td>{request.commune.name}</td>
            <td>{w(`fee.${request.fee.status}`)}</td>
            <td>{request.handledBy ? staffName(request.handledBy, w) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
