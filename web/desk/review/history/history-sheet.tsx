import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { formatMoment } from '../../../../server/domain/words/format-day.ts';
import type { BatchDetail } from '../../../api/batch/batches.ts';
import { ListState } from '../../shell/list-state.tsx';
import { useWords } from '../../shell/use-words.tsx';
import { useHistory } from '../use-review.ts';
import { EventLine } from './event-line.tsx';
import { foldEvents } from './fold-events.ts';

/** Everything that happened to a batch, oldest first: when, by whom, why. */
export default function HistorySheet({ batch }: { readonly batch: BatchDetail }) {
  const { w, language } = useWords();
  const { query, events } = useHistory(batch);
  const lines = useMemo(() => foldEvents(events), [events]);
  const { supersedes } = batch;
  return (
    <article className="sheet">
      <h2>{w('history.title')}</h2>
      <ListState of={query} empty={lines.length === 0 ? w('history.empty') : null}>
        <ol className="timeline">
          {lines.map((line) => (
            <EventLine key={line.id} batchId={batch.id} line={line} />
          ))}
        </ol>
        {query.hasNextPage ? (
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage().catch(reportError)}
          >
            {w('records.more')}
          </Button>
        ) : (
          <p>
            <time dateTime={batch.changedAt}>{formatMoment(batch.changedAt, language)}</time>{' '}
            {w('history.now', { status: w(`status.${batch.status}`) })}
          </p>
        )}
        {supersedes && !events.some(({ batchId }) => batchId === supersedes) && (
          <p>
            <Link to={`/desk/batches/${supersedes}?view=history`}>{w('history.before')}</Link>
          </p>
        )}
      </ListState>
    </article>
  );
}
