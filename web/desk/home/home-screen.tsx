import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { isBatch } from '../../../server/domain/batch/batch-state.ts';
import type { BatchSummary } from '../../api/batch/batches.ts';
import { countQueues, listBatches, stagingTiles } from '../../api/batch/batches.ts';
import type { Extent } from '../../map/map-context.ts';
import { batchColumns } from '../shell/batch/batch-columns.tsx';
import { useBatch } from '../shell/batch/use-batch.ts';
import { BATCHES_KEY, LOOK_AGAIN_MS } from '../shell/batch/use-batches.ts';
import { ListState } from '../shell/list-state.tsx';
import { Panes } from '../shell/panes.tsx';
import { guarded } from '../shell/session/session-gate.ts';
import { useOfficer } from '../shell/session/use-me.tsx';
import { useAsked } from '../shell/use-asked.ts';
import { placeAsked } from '../shell/use-found-land.ts';
import { useWords } from '../shell/use-words.tsx';
import { DataTable } from '../table/data-table.tsx';
import { useServerList } from '../table/server-list.ts';
import { BatchSheet } from './batch-sheet.tsx';
import { ParcelSheet } from './parcel-sheet.tsx';
import { hasWork, type Queue, queuesFor, queueWords, worksIn } from './queues.ts';

/** Nothing that was looked for is shown any more. */
const NO_LAND = { at: null, parcel: null, place: null };
const MapPane = lazy(() => import('../shell/map-pane.tsx'));

/** The officer's home: queues of work with their counts, the batches of one, and the chosen batch on the map. */
export default function HomeScreen() {
  const { w, language } = useWords();
  const { me } = useOfficer();
  const navigate = useNavigate();
  const [asked, choose] = useAsked();
  const counted = useQuery({
    queryKey: [...BATCHES_KEY, 'queues'],
    queryFn: ({ signal }) => guarded(() => countQueues(signal)),
    refetchInterval: LOOK_AGAIN_MS,
    refetchOnWindowFocus: true,
  });
  const queues = useMemo(() => {
    const counts = new Map(counted.data?.queues.map(({ queue, count }) => [queue, count]));
    return queuesFor(me).map((queue) => ({ queue, count: counts.get(queue.id) ?? 0 }));
  }, [me, counted.data]);
  const current =
    queues.find(({ queue }) => queue.id === asked.get('queue')) ?? queues.find(({ count }) => count > 0) ?? queues[0]!;
  const list = useServerList<BatchSummary>({
    queryKey: BATCHES_KEY,
    ask: listBatches,
    idOf: ({ id }) => id,
    narrowed: { queue: current.queue.id },
    refetchInterval: LOOK_AGAIN_MS,
    enabled: counted.data !== undefined,
  });
  const chosen = asked.get('batch');
  const detail = useBatch(chosen);
  // A batch that has moved on to another queue is no longer what was chosen here.
  const selected = detail.data && current.queue.holds(detail.data, me) ? detail.data : null;
  const [parcel, at] = [asked.get('parcel'), placeAsked(asked.get('at'))];
  const box = at ?? ((selected?.bbox ?? null) as Extent | null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same box again is no wish to go there again
  const focus = useMemo(() => box, [box?.join()]);
  const marked = useMemo(() => (parcel ? [parcel] : []), [parcel]);
  const open = (batch: BatchSummary) => void navigate(`/desk/batches/${batch.id}`);
  const place = current.queue.id === 'refused' ? 'refused' : 'queue';
  const columns = useMemo(() => batchColumns(w, language, place), [w, language, place]);
  const doesHere = worksIn(current.queue, me);
  const words = queueWords(current.queue, doesHere);
  const isEmpty = list.total === 0 && list.text === '';
  return (
    <Panes
      name="home"
      list={
        <>
          <h1>{w(hasWork(me) ? 'home.title' : 'home.titleLooking')}</h1>
          <ListState of={counted} empty={null}>
            <nav className="queues" aria-label={w('home.queues')}>
              {queues.map(({ queue, count }) => (
                <QueueButton
                  key={queue.id}
                  queue={queue}
                  count={count}
                  isMine={worksIn(queue, me)}
                  isCurrent={queue === current.queue}
                  onChoose={() => choose({ queue: queue.id, batch: null, ...NO_LAND })}
                />
              ))}
            </nav>
            <h2>{w(words.name)}</h2>
            <p className="quiet">{w(words.about)}</p>
            <ListState
              of={list}
              empty={isEmpty ? w(doesHere ? 'queue.emptyMine' : 'queue.empty') : null}
              emptyAction={
                queues.every(({ count }) => count === 0) && (
                  <p>
                    <Link to="/desk/upload">{w('home.bringIn')}</Link>
                  </p>
                )
              }
            >
              <DataTable
                name={`queue.${current.queue.id}`}
                caption={w(words.name)}
                columns={columns}
                key={current.queue.id}
                list={list}
                idOf={({ id }) => id}
                selected={chosen}
                onSelect={({ id }) => choose({ queue: current.queue.id, batch: id, ...NO_LAND })}
                onOpen={open}
                fileName={`diaba-${current.queue.id}`}
              />
            </ListState>
          </ListState>
        </>
      }
      map={
        <Suspense fallback={<p className="list-state">{w('state.loading')}</p>}>
          <MapPane
            records={selected ? stagingTiles(selected.id, selected.version) : null}
            recordNumbers={!selected || !isBatch(selected.status, 'registered')}
            selected={marked}
            focus={focus}
            ready={at !== null || (!counted.isPending && (chosen === null || !detail.isPending))}
            ground={(counted.data?.land ?? null) as Extent | null}
          />
        </Suspense>
      }
      sheet={
        parcel ? (
          <ParcelSheet id={parcel} />
        ) : selected ? (
          <BatchSheet batch={selected} action={w(words.action)} />
        ) : (
          <p className="list-state quiet">{w('home.chooseBatch')}</p>
        )
      }
    />
  );
}

interface QueueProps {
  readonly queue: Queue;
  readonly count: number;
  readonly isMine: boolean;
  readonly isCurrent: boolean;
  onChoose(): void;
}

function QueueButton({ queue, count, isMine, isCurrent, onChoose }: QueueProps) {
  const { w } = useWords();
  return (
    <button type="button" data-mine={isMine} data-empty={count === 0} aria-pressed={isCurrent} onClick={onChoose}>
      <span>{w(queueWords(queue, isMine).name)}</span> <strong className="number">{count}</strong>
    </button>
  );
}
