import { Link } from 'react-router';
import { findingWords } from '../../../server/domain/finding/finding-text.ts';
import { formatDay, formatMoment } from '../../../server/domain/words/format-day.ts';
import { formatNumber } from '../../../server/domain/words/format-number.ts';
import type { BatchProposal } from '../../api/batch/batches.ts';
import { CountsBar } from '../shell/batch/counts-bar.tsx';
import { SeverityMark } from '../shell/batch/status-mark.tsx';
import { staffName } from '../shell/session/staff-name.ts';
import { useWords } from '../shell/use-words.tsx';

interface Props {
  readonly batchId: string;
  readonly proposal: BatchProposal;
  /** Which land the map shows. */
  readonly shows: 'before' | 'after';
  onShow(shows: 'before' | 'after'): void;
}

/** What a second person decides on: counts, findings, land before and after, the records drawn for a look. */
export default function ProposalSheet({ batchId, proposal, shows, onShow }: Props) {
  const { w, language } = useWords();
  const n = (value: number, decimals = 0) => formatNumber(value, language, decimals);
  const { before, after } = proposal;
  /** Address of the records behind a number. */
  const records = (which: Record<string, string>) =>
    `/desk/batches/${batchId}?${new URLSearchParams({ view: 'review', ...which })}`;
  const row = (label: string, value: (land: BatchProposal['before']) => number, decimals: number) => (
    <tr>
      <th scope="row">{label}</th>
      <td className="number">{n(value(before), decimals)}</td>
      <td className="number">{n(value(after), decimals)}</td>
      <td className="number">
        {value(after) >= value(before) ? '+' : '−'}
        {n(Math.abs(value(after) - value(before)), decimals)}
      </td>
    </tr>
  );
  return (
    <article className="sheet">
      <h2>{w(`proposal.${proposal.kind}`)}</h2>
      <p>
        {w('proposal.by', {
          who: staffName(proposal.proposedBy, w),
          when: formatMoment(proposal.proposedAt, language),
        })}{' '}
        <strong>{w(`proposal.${proposal.status}`)}</strong>
        {proposal.decidedBy && ` ${w('proposal.decidedBy', { who: staffName(proposal.decidedBy, w) })}`}
      </p>
      {proposal.note && <blockquote>{proposal.note}</blockquote>}
      {proposal.survey && (
        <p>{w('proposal.survey', { no: proposal.survey.no, date: formatDay(proposal.survey.date, language) })}</p>
      )}
      <CountsBar counts={proposal.counts} to={(status) => records({ status })} />
      <h3>{w('proposal.land')}</h3>
      <table className="land">
        <thead>
          <tr>
            <td />
            <th scope="col">{w('proposal.before')}</th>
            <th scope="col">{w('proposal.after')}</th>
            <th scope="col">{w('proposal.change')}</th>
          </tr>
        </thead>
        <tbody>
          {row(w('proposal.parcels'), ({ parcels }) => parcels, 0)}
          {row(w('proposal.area'), ({ areaM2 }) => areaM2, 1)}
        </tbody>
      </table>
      <fieldset className="toggle">
        <legend>{w('proposal.onMap')}</legend>
        {(['before', 'after'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={shows === one} onClick={() => onShow(one)}>
            {w(`proposal.${one}`)}
          </button>
        ))}
      </fieldset>
      <h3>{w('findings.title')}</h3>
      {proposal.findings.length === 0 && <p className="quiet">{w('sheet.noFinding')}</p>}
      <ul className="record-findings">
        {proposal.findings.map(({ code, severity, count }) => (
          <li key={code}>
            <SeverityMark severity={severity} />{' '}
            <Link to={records({ code })}>
              {findingWords(code, language).says}{' '}
              <span className="number">{w('proposal.findings', { n: n(count) })}</span>
            </Link>
          </li>
        ))}
      </ul>
      <h3>{w('corrections.title')}</h3>
      <p>
        {proposal.corrections.inEffect === 0 ? (
          <span className="quiet">{w('proposal.noCorrections')}</span>
        ) : (
          <Link to={records({ corrected: 'any' })}>
            {w('proposal.corrections', { n: n(proposal.corrections.inEffect) })}
          </Link>
        )}
        {proposal.corrections.byHand > 0 && (
          <>
            {' · '}
            <Link to={records({ corrected: 'hand' })}>
              {w('proposal.byHand', { n: n(proposal.corrections.byHand) })}
            </Link>
          </>
        )}
      </p>
      <p className="quiet">{w('proposal.sample', { n: proposal.sample.length })}</p>
    </article>
  );
}
