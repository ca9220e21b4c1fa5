import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { problemWords, troubleKind } from './problem-words.ts';
import { useWords } from './use-words.tsx';

/** The part of a query's result that decides what is shown in its place. */
export interface Looked {
  readonly isPending: boolean;
  readonly fetchStatus: 'fetching' | 'paused' | 'idle';
  readonly error: unknown;
  refetch(): unknown;
}

interface Props {
  readonly of: Looked;
  /** Sentence for a list that has nothing in it; null while there is something. */
  readonly empty: string | null;
  /** What to do about an empty list. */
  readonly emptyAction?: ReactNode;
  readonly children: ReactNode;
}

/** A list, or what stands in its place: being fetched, empty, no right, not there, no network, failed. */
export function ListState({ of, empty, emptyAction, children }: Props) {
  const { w } = useWords();
  if (of.error) {
    const kind = troubleKind(of.error);
    return (
      <div className="list-state" data-kind={kind} role="alert">
        <p>
          <strong>{w(`trouble.${kind}`)}</strong> {problemWords(of.error, w)}
        </p>
        {kind === 'noRight' || kind === 'notFound' ? (
          <p>
            <Link to="/desk">{w('trouble.home')}</Link>
            {kind === 'noRight' && (
              <>
                {' · '}
                <a href="/auth/logout">{w('trouble.another')}</a>
              </>
            )}
          </p>
        ) : (
          <Button variant="default" onClick={() => of.refetch()}>
            {w('trouble.retry')}
          </Button>
        )}
      </div>
    );
  }
  if (of.isPending) {
    return (
      <div className="list-state" role="status">
        <p>{w(of.fetchStatus === 'paused' ? 'problem.offline' : 'state.loading')}</p>
        {of.fetchStatus !== 'paused' && <div className="skeleton" aria-hidden="true" />}
      </div>
    );
  }
  if (empty !== null) {
    return (
      <div className="list-state" data-kind="empty">
        <p>{empty}</p>
        {emptyAction}
      </div>
    );
  }
  return children;
}
