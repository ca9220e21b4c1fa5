import { lazy, Suspense, useMemo } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { BatchSummary } from '../../api/batches.ts';
import { stagingTiles } from '../../api/batches.ts';
import type { Extent } from '../../map/map-context.ts';
import { batchColumns } from '../shell/batch-columns.tsx';
import { ListState } from '../shell/list-state.tsx';
import { Panes } from '../shell/panes.tsx';
import { useBatch } from '../shell/use-batch.ts';
import { useBatches } from '../shell/use-batches.ts';
import { useOfficer } from '../shell/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';
import { DataTable } from '../table/data-table.tsx';
import { BatchSheet } from './batch-sheet.tsx';
import { hasWork, type Queue, queuesFor, queueWords, worksIn } from './queues.ts';

const MapPane = lazy(() => import('../shell/map-pane.tsx'));

/** The officer's home: queues of work with their counts, the batches of one, and the chosen batch on the map. */
export default function HomeScreen() {
  const { w, language } = useWords();
  const { me } = useOfficer();
  const navigate = useNavigate();
  const [asked, setAsked] = useSearchParams();
  const batches = useBatches();
  const queues = useMemo(
    () =>
      queuesFor(me).map((queue) => ({
        queue,
        items: (batches.data ?? []).filter((batch) => queue.holds(batch, me)),
      })),
    [me, batches.data],
  );
  const current =
    queues.find(({ queue }) => queue.id === asked.get('queue')) ??
    queues.find(({ items }) => items.length > 0) ??
    queues[0]!;
  const selected = current.items.find(({ id }) => id === asked.get('batch')) ?? null;
  const detail = useBatch(selected?.id ?? null);
  const box = (detail.data?.bbox ?? null) as Extent | null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same box again is no wish to go there again
  const focus = useMemo(() => box, [box?.join()]);
  const choose = (change: Record<string, string | null>) => {
    const next = new URLSearchParams(asked);
    for (const [name, value] of Object.entries(change)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    setAsked(next, { replace: true });
  };
  const open = (batch: BatchSummary) => void navigate(`/desk/batches/${batch.id}`);
  const columns = useMemo(() => batchColumns(w, language, 'queue'), [w, language]);
  const doesHere = worksIn(current.queue, me);
  const words = queueWords(current.queue, doesHere);
  return (
    <Panes
      name="home"
      list={
        <>
          <h1>{w(hasWork(me) ? 'home.title' : 'home.titleLooking')}</h1>
          <ListState of={batches} empty={null}>
            <nav className="queues" aria-label={w('home.queues')}>
              {queues.map(({ queue, items }) => (
                <QueueButton
                  key={queue.id}
                  queue={queue}
                  count={items.length}
                  isMine={worksIn(queue, me)}
                  isCurrent={queue === current.queue}
                  onChoose={() => choose({ queue: queue.id, batch: null })}
                />
              ))}
            </nav>
            <h2>{w(words.name)}</h2>
            <p className="quiet">{w(words.about)}</p>
            <ListState
              of={batches}
              empty={current.items.length === 0 ? w(doesHere ? 'queue.emptyMine' : 'queue.empty') : null}
              emptyAction={
                batches.data?.length === 0 && (
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
                rows={current.items}
                idOf={({ id }) => id}
                selected={selected?.id ?? null}
                onSelect={({ id }) => choose({ queue: current.queue.id, batch: id })}
                onOpen={open}
                fileName={`diaba-${current.queue.id}`}
              />
            </ListState>
          </ListState>
        </>
      }
      map={
        <Suspense fallback={<p className="list-state">{w('state.loading')}</p>}>
          <MapPane records={selected ? stagingTiles(selected.id, detail.data?.version ?? 0) : null} focus={focus} />
        </Suspense>
      }
      sheet={
        selected ? (
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
