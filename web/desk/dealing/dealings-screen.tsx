import { Button } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import { DEALING_QUEUES, type DealingQueue } from '../../../server/domain/dealing/dealing-queue.ts';
import { DEALING_STEP_RULES } from '../../../server/domain/dealing/dealing-step.ts';
import { formatDay, formatMoment } from '../../../server/domain/words/format-day.ts';
import type { DealingSummary } from '../../api/dealings.ts';
import '../parcel/land.css';
import { ListState } from '../shell/list-state.tsx';
import { staffName } from '../shell/session/staff-name.ts';
import { useHasRole } from '../shell/session/use-me.tsx';
import { useAsked } from '../shell/use-asked.ts';
import { useWords } from '../shell/use-words.tsx';
import { DealingMark } from './dealing-mark.tsx';
import { landNames } from './land-names.ts';
import { useDealings } from './use-dealings.ts';

const isQueue = (name: string | null): name is DealingQueue => DEALING_QUEUES.some((queue) => queue === name);
/** What is nearest to whoever works here comes first. */
const SHOWN: readonly DealingQueue[] = ['mine', 'to_decide', 'open'];

/** Dealings by whose turn it is. J and K, or the arrows, go along the rows; Enter opens one. */
export default function DealingsScreen() {
  const { w } = useWords();
  const [asked, ask] = useAsked();
  const decides = useHasRole(...DEALING_STEP_RULES.approve.roles);
  const named = asked.get('queue');
  const queue = isQueue(named) ? named : decides ? 'to_decide' : 'mine';
  const list = useDealings(queue);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="screen">
      <h1>{w('dealings.title')}</h1>
      <nav className="queues" aria-label={w('dealings.queues')}>
        {SHOWN.map((one) => (
          <button key={one} type="button" aria-pressed={one === queue} onClick={() => ask({ queue: one })}>
            {w(`dealings.${one}`)}
          </button>
        ))}
      </nav>
      <ListState
        of={list}
        empty={items.length === 0 ? w(`dealings.empty.${queue}`) : null}
        emptyAction={
          queue === 'mine' && (
            <p>
              <Link to="/desk/parcels">{w('find.title')}</Link>
            </p>
          )
        }
      >
        <Rows items={items} caption={w(`dealings.${queue}`)} />
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

const WAYS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 };

function Rows({ items, caption }: { readonly items: readonly DealingSummary[]; readonly caption: string }) {
  const { w, language } = useWords();
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const way = WAYS[event.key];
    if (way === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...(body.current?.querySelectorAll<HTMLAnchorElement>('th a') ?? [])];
    const at = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement));
    event.preventDefault();
    links[Math.min(links.length - 1, Math.max(0, at + way))]?.focus();
  };
  const moment = (instant: string | null) => (instant === null ? '–' : formatMoment(instant, language));
  return (
    <table className="land-table land-queue">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{w('dealings.kind')}</th>
          <th scope="col">{w('dealings.land')}</th>
          <th scope="col">{w('parcel.commune')}</th>
          <th scope="col">{w('dealings.status')}</th>
          <th scope="col">{w('dealings.by')}</th>
          <th scope="col">{w('dealings.created')}</th>
          <th scope="col">{w('dealings.since')}</th>
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={onKeyDown}>
        {items.map((dealing) => (
          <tr
            key={dealing.dealingId}
            data-dealing={dealing.dealingId}
            onClick={() => void navigate(`/desk/dealings/${dealing.dealingId}`)}
          >
            <th scope="row">
              <Link to={`/desk/dealings/${dealing.dealingId}`} onClick={(event) => event.stopPropagation()}>
                {(dealing.file.length > 0 ? dealing.file : [dealing]).map(({ kind }) => w(`kind.${kind}`)).join(' → ')}
              </Link>
            </th>
            <td>{landNames(dealing, w)}</td>
            <td>{dealing.commune.name}</td>
            <td>
              <DealingMark dealing={dealing} />
              {dealing.entered !== null && (
                <>
                  {' '}
                  <small>{w('dealings.ofBook', { day: formatDay(dealing.entered.on, language) })}</small>
                </>
              )}
            </td>
            <td>{staffName(dealing.proposedBy, w)}</td>
            <td>{moment(dealing.createdAt)}</td>
            <td>{moment(dealing.lodgedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
