import { Link } from 'react-router';
import { formatMoment } from '../../../server/domain/format-day.ts';
import type { BatchDetail, BatchProposal, BatchReport } from '../../api/batches.ts';
import { staffName } from '../shell/staff-name.ts';
import { useWords } from '../shell/use-words.tsx';

interface Props {
  readonly batch: BatchDetail;
  readonly proposal: BatchProposal | undefined;
  readonly report: BatchReport | undefined;
}

/** What became of a batch, in order, with who did it; and the attempts before and after it. */
export function HistorySheet({ batch, proposal, report }: Props) {
  const { w, language } = useWords();
  const when = (moment: string) => formatMoment(moment, language);
  const steps: [string, string][] = [[batch.createdAt, w('history.received', { who: staffName(batch.owner, w) })]];
  if (report?.promotion?.registeredAt)
    steps.push([report.promotion.registeredAt, w('history.promoted', { n: report.promotion.parcels })]);
  if (proposal) {
    const who = staffName(proposal.proposedBy, w);
    steps.push([proposal.proposedAt, w(`history.${proposal.kind}`, { who })]);
  }
  steps.sort(([a], [b]) => a.localeCompare(b));
  return (
    <article className="sheet">
      <h2>{w('history.title')}</h2>
      <ol className="timeline">
        {steps.map(([moment, text]) => (
          <li key={`${moment} ${text}`}>
            <time dateTime={moment}>{when(moment)}</time> {text}
          </li>
        ))}
        {proposal?.decidedBy && <li>{w(`history.${proposal.status}`, { who: staffName(proposal.decidedBy, w) })}</li>}
        <li>
          <time dateTime={batch.changedAt}>{when(batch.changedAt)}</time>{' '}
          {w('history.now', { status: w(`status.${batch.status}`) })}
        </li>
      </ol>
      {batch.reason && (
        <p>
          {w('history.reason')} <q>{batch.reason}</q>
        </p>
      )}
      {batch.supersedes && (
        <p>
          <Link to={`/desk/batches/${batch.supersedes}`}>{w('history.before')}</Link>
        </p>
      )}
      {batch.supersededBy && (
        <p>
          <Link to={`/desk/batches/${batch.supersededBy}`}>{w('history.after')}</Link>
        </p>
      )}
    </article>
  );
}
