import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { isBatch, isBatchOver } from '../../../server/domain/batch/batch-state.ts';
import { formatBytes } from '../../../server/domain/words/format-number.ts';
import type { BatchProgress } from '../../api/batch/batch-events.ts';
import { CountsBar } from '../shell/batch/counts-bar.tsx';
import { StageLine } from '../shell/batch/stage-line.tsx';
import { BatchMark } from '../shell/batch/status-mark.tsx';
import { useBatch } from '../shell/batch/use-batch.ts';
import { problemWords } from '../shell/problem-words.ts';
import { useOfficer } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';
import { OptionFields } from './option-fields.tsx';
import { bringAgain, changeOptions, dropUpload, pauseUpload, sendFiles, type UploadRow } from './upload-store.ts';

/** Fetched where there is a scan: most uploads are sheets. */
const BecameScan = lazy(() => import('../scan/became-scan.tsx'));

const OWN = { parcels: ['commune', 'sheet', 'scale', 'at', 'columns'], scan: ['commune'] } as const;

/** One file, from choosing it to its review. */
export function UploadLine({ row }: { readonly row: UploadRow }) {
  const { w, language } = useWords();
  const { id, name, size, state, sent, rate, batchId, found, error } = row;
  const bytes = (value: number) => formatBytes(value, language);
  const share = size === 0 ? 0 : (sent / size) * 100;
  const moving = state === 'queued' || state === 'hashing' || state === 'sending' || state === 'waiting';
  return (
    <li className="upload-line" data-state={state} aria-label={name}>
      <p className="upload-name">
        <strong>{name}</strong> <span className="number quiet">{bytes(size)}</span>
      </p>
      {state === 'draft' || state === 'failed' ? (
        <OptionFields
          legend={w('upload.options', { name })}
          keys={OWN[row.kind]}
          options={row.options}
          onChange={(options) => changeOptions(id, options)}
        />
      ) : (
        state !== 'unfit' && <OptionWords row={row} />
      )}
      {row.unfit && <p role="alert">{w(`upload.unfit.${row.unfit}`)}</p>}
      {state !== 'draft' && state !== 'received' && state !== 'unfit' && (
        <div className="upload-progress">
          <Progress value={share} size="sm" aria-label={w('upload.progress', { name })} />
          <p role="status">
            {w(`upload.state.${state}`)}
            {(state === 'sending' || state === 'paused' || state === 'waiting') && (
              <span className="number">
                {' '}
                {w('upload.bytes', { sent: bytes(sent), size: bytes(size) })}
                {rate !== null && ` · ${w('upload.rate', { rate: bytes(rate) })}`}
              </span>
            )}
          </p>
        </div>
      )}
      {error && <p role="alert">{problemWords(error, w)}</p>}
      {found && <p role="status">{w(`upload.found.${isBatchOver(found) ? found : 'known'}`)}</p>}
      {batchId && <BecameBatch id={batchId} />}
      {row.scanId && (
        <Suspense fallback={<p role="status">{w('stage.queued')}</p>}>
          <BecameScan scanId={row.scanId} />
        </Suspense>
      )}
      <div className="upload-buttons">
        {moving && (
          <Button variant="default" onClick={() => pauseUpload(id)}>
            {w('upload.pause')}
          </Button>
        )}
        {state === 'paused' && (
          <Button variant="default" onClick={() => sendFiles([id])}>
            {w('upload.resume')}
          </Button>
        )}
        {state === 'failed' && (
          <Button variant="default" onClick={() => sendFiles([id])}>
            {w('trouble.retry')}
          </Button>
        )}
        {found && isBatchOver(found) && (
          <Button variant="default" onClick={() => bringAgain(id)}>
            {w('upload.again')}
          </Button>
        )}
        <Button variant="subtle" onClick={() => dropUpload(id)}>
          {w(
            state === 'received'
              ? 'upload.clear'
              : state === 'draft' || state === 'unfit'
                ? 'upload.remove'
                : 'upload.cancel',
          )}
        </Button>
      </div>
    </li>
  );
}

function OptionWords({ row: { kind, options } }: { readonly row: UploadRow }) {
  const { w } = useWords();
  const { communes } = useOfficer();
  const commune = communes.find(({ code }) => code === options.commune)?.name ?? options.commune;
  if (kind === 'scan') return <p className="quiet">{commune}</p>;
  const parts = [
    commune,
    options.sheet && w('batch.sheet', { list: options.sheet }),
    options.scale && `1:${options.scale}`,
    options.at,
  ];
  return <p className="quiet">{parts.filter(Boolean).join(' · ')}</p>;
}

/** What the file became: its stages while it is read, then its counts and the way to its review. */
function BecameBatch({ id }: { readonly id: string }) {
  const { w } = useWords();
  const batch = useBatch(id);
  const progress = useQuery<BatchProgress | null>({ queryKey: ['progress', id], queryFn: () => null, enabled: false });
  const status = batch.data?.status;
  const running = status === undefined || isBatch(status, 'unread');
  return (
    <div className="became">
      {running && (progress.data ? <StageLine progress={progress.data} /> : <p role="status">{w('stage.queued')}</p>)}
      {batch.data && !running && (
        <>
          <p>
            <BatchMark status={batch.data.status} />
          </p>
          {batch.data.counts.read > 0 && <CountsBar counts={batch.data.counts} />}
        </>
      )}
      <Link to={`/desk/batches/${id}`}>{w(running ? 'upload.open' : 'upload.review')}</Link>
    </div>
  );
}
