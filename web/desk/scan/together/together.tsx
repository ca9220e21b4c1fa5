import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { DocumentSummary } from '../../../api/document/documents.ts';
import { useLodge } from '../../dealing/form/use-lodge.ts';
import { usePreview } from '../../dealing/form/use-preview.ts';
import { VerdictList } from '../../dealing/form/verdict-list.tsx';
import { problemWords } from '../../shell/problem-words.ts';
import { useWords } from '../../shell/use-words.tsx';
import { documentTitle } from '../document-mark.tsx';
import { batchDraft, MOST_PARCELS, type PaperOfBatch, papersOf, tooMuch, verdictsOf } from './batch-of.ts';

interface Props {
  readonly documents: readonly DocumentSummary[];
  onLeaveOut(documentIds: readonly string[]): void;
  onLodged(): void;
}

/**
 * Certificates that were chosen to be registered by one dealing: each with what the rules say of it. One that they stop is named and
 * left out by a press, never silently.
 */
export function Together({ documents, onLeaveOut, onLodged }: Props) {
  const { w } = useWords();
  const papers = papersOf(documents);
  const unfit = tooMuch(papers);
  const preview = usePreview(papers.length === 0 || unfit !== null ? null : batchDraft(papers));
  const { send, busy } = useLodge(onLodged);
  const verdicts = preview.isOf ? (preview.data?.verdicts ?? []) : [];
  const stopped = (paper: PaperOfBatch) => verdictsOf(paper, verdicts).some(({ severity }) => severity === 'error');
  const bad = [...new Set(papers.filter(stopped).map(({ document }) => document.id))];
  const ready = preview.isOf && verdicts.every(({ severity }) => severity !== 'error');
  const sorted = papers.toSorted((a, b) => Number(stopped(b)) - Number(stopped(a)));
  return (
    <section className="together" aria-label={w('together.title')}>
      <header className="land-head">
        <div>
          <h2>{w('together.title')}</h2>
          <p className="land-under" role="status">
            {unfit !== null
              ? w(`together.${unfit}`, { n: MOST_PARCELS })
              : preview.isOf
                ? w('together.judged', { n: documents.length - bad.length, bad: bad.length })
                : w('together.judging', { n: documents.length })}
          </p>
        </div>
        <div className="scan-buttons">
          <Button variant="default" onClick={() => onLeaveOut(documents.map(({ id }) => id))}>
            {w('together.none')}
          </Button>
          {bad.length > 0 && (
            <Button variant="default" onClick={() => onLeaveOut(bad)}>
              {w('together.leaveOut', { n: bad.length })}
            </Button>
          )}
          <Button
            className="primary"
            disabled={!ready || papers.length === 0}
            loading={busy}
            onClick={() => void send(batchDraft(papers), true).catch(reportError)}
          >
            {w('together.lodge')}
          </Button>
        </div>
      </header>
      {preview.error && <p role="alert">{problemWords(preview.error, w)}</p>}
      <ul className="together-papers">
        {sorted.map((paper) => (
          <li
            key={`${paper.document.id} ${paper.parcelId}`}
            data-paper={paper.document.id}
            data-stopped={stopped(paper)}
          >
            <Link to={`/desk/scans/${paper.document.id}`}>{documentTitle(paper.document, w)}</Link> ·{' '}
            <Link to={`/desk/parcels/${paper.parcelId}`}>{w('parcel.name', { no: paper.no, sheet: paper.sheet })}</Link>
            <button type="button" className="land-small" onClick={() => onLeaveOut([paper.document.id])}>
              {w('together.leave')}
            </button>
            <VerdictList verdicts={verdictsOf(paper, verdicts)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
