import { Link } from 'react-router';
import {
  type ImportCounts,
  RECORD_STATUSES,
  type RecordStatus,
} from '../../../../server/domain/batch/import-report.ts';
import { formatNumber } from '../../../../server/domain/words/format-number.ts';
import { useWords } from '../use-words.tsx';
import { RecordMark } from './status-mark.tsx';

interface Props {
  readonly counts: ImportCounts;
  /** Address of the records of a state; without it the numbers lead nowhere. */
  to?(status: RecordStatus): string;
}

/** How the records of a batch stand: read = valid + warned + blocked + refused + ignored, always. */
export function CountsBar({ counts, to }: Props) {
  const { w, language } = useWords();
  const n = (value: number) => formatNumber(value, language, 0);
  const shown = RECORD_STATUSES.filter((status) => counts[status] > 0);
  return (
    <div className="counts">
      <div className="counts-bar" aria-hidden="true">
        {shown.map((status) => (
          <span key={status} data-status={status} style={{ flexGrow: counts[status] }} />
        ))}
      </div>
      <ul aria-label={w('counts.label', { n: formatNumber(counts.read, language, 0) })}>
        <li>{w('counts.read', { n: formatNumber(counts.read, language, 0) })}</li>
        {shown.map((status) => (
          <li key={status}>
            <RecordMark status={status} />{' '}
            {to ? (
              <Link className="number" to={to(status)} aria-label={`${w(`record.${status}`)}: ${n(counts[status])}`}>
                {n(counts[status])}
              </Link>
            ) : (
              <span className="number">{n(counts[status])}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
