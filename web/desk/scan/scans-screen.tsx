import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState, useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { SCAN_SENDERS } from '../../../server/domain/batch/upload.ts';
import { DEALING_OPENERS } from '../../../server/domain/dealing/dealing-step.ts';
import type { DocumentSummary } from '../../api/document/documents.ts';
import '../parcel/land.css';
import { ListState } from '../shell/list-state.tsx';
import { useHasRole, useOfficer } from '../shell/session/use-me.tsx';
import { useAsked } from '../shell/use-asked.ts';
import { useWords } from '../shell/use-words.tsx';
import { ChooseFiles } from '../upload/choose-files.tsx';
import { SCAN_ENDINGS } from '../upload/sent-kind.ts';
import { UploadList } from '../upload/upload-list.tsx';
import { currentUploads, subscribeUploads } from '../upload/upload-store.ts';
import { DocumentTable } from './document-table.tsx';
import './scans.css';
import { askedOf, firstQueue, isScanQueue, SCAN_QUEUES } from './scan-queue.ts';
import { SecondRate } from './second/second-rate.tsx';
import './second/second.css';
import { isForDealing } from './together/batch-of.ts';
import './together/together.css';
import { Together } from './together/together.tsx';
import { DOCUMENTS_KEY, useDocuments } from './use-documents.ts';

/** Scanned papers of the archive by where they are on their way, and bringing new ones in. */
export default function ScansScreen() {
  const { w } = useWords();
  const { me } = useOfficer();
  const maySend = useHasRole(...SCAN_SENDERS);
  const [asked, ask] = useAsked();
  const named = asked.get('queue');
  const queue = isScanQueue(named) ? named : firstQueue(me.roles);
  // Not in the address: what is looked for may be a person's name.
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const list = useDocuments({ ...askedOf(queue), ...(q === '' ? {} : { q }) });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  // Officers propose dealings: what archivists confirmed is registered, many at once.
  const mayDeal = useHasRole(...DEALING_OPENERS);
  const [chosen, setChosen] = useState<ReadonlyMap<string, DocumentSummary>>(new Map());
  const choose = (documents: readonly DocumentSummary[], to: boolean) =>
    setChosen((before) => {
      const next = new Map(before);
      for (const one of documents) {
        if (to) next.set(one.id, one);
        else next.delete(one.id);
      }
      return next;
    });
  const selection =
    mayDeal && (queue === 'second' || queue === 'confirmed')
      ? { chosen: new Set(chosen.keys()), isFor: isForDealing, toggle: choose }
      : null;
  // As the list shows them now: a parcel may have moved on since one was chosen.
  const latest = [...chosen.values()].map((one) => items.find(({ id }) => id === one.id) ?? one);
  const empty = q === '' ? w(`scans.empty.${queue}`) : w('scans.noneMatch');
  return (
    <div className="screen scans">
      <div className="scans-head">
        <h1>{w('scans.title')}</h1>
        {maySend ? (
          <div className="scans-bring">
            <span className="quiet">{w('scans.drop')}</span>
            <ChooseFiles accept={SCAN_ENDINGS} label={w('scans.choose')} folders />
          </div>
        ) : (
          <span className="quiet">{w('scans.notYours')}</span>
        )}
      </div>
      {maySend && <OnTheWay />}
      <div className="scans-head">
        <nav className="queues" aria-label={w('scans.queues')}>
          {SCAN_QUEUES.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === queue}
              onClick={() => {
                setChosen(new Map());
                ask({ queue: one });
              }}
            >
              {w(`scans.queue.${one}`)}
            </button>
          ))}
        </nav>
        <Link to="/desk/scans/shelves">{w('shelf.link')}</Link>
        <TextInput
          className="scans-filter"
          type="search"
          aria-label={w('scans.filter')}
          placeholder={w('scans.filter')}
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      {(queue === 'again' || queue === 'differs') && <SecondRate />}
      {selection && latest.length > 0 && (
        <Together
          documents={latest}
          onLeaveOut={(ids) =>
            choose(
              latest.filter(({ id }) => ids.includes(id)),
              false,
            )
          }
          onLodged={() => setChosen(new Map())}
        />
      )}
      <ListState of={list} empty={items.length === 0 ? empty : null}>
        <DocumentTable items={items} queue={queue} selection={selection} />
        {list.hasNextPage && (
          <p>
            <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {w('scans.more')}
            </Button>
          </p>
        )}
      </ListState>
    </div>
  );
}

const SHARED = ['commune'] as const;

/** Scans that are being sent, and what became of those just received. */
function OnTheWay() {
  const client = useQueryClient();
  const all = useSyncExternalStore(subscribeUploads, currentUploads);
  // What is no file of ours at all is named here too, where it was chosen.
  const rows = all.filter(({ kind, unfit }) => kind === 'scan' || unfit === 'kind');
  const received = rows.filter(({ scanId }) => scanId !== null).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file that was received is a document in the lists
  useEffect(() => {
    client.invalidateQueries({ queryKey: DOCUMENTS_KEY }).catch(reportError);
  }, [received]);
  return <UploadList rows={rows} shared={SHARED} />;
}
