import { formatNumber } from '../../../server/domain/format-number.ts';
import { type ImportCounts, RECORD_STATUSES } from '../../../server/domain/import-report.ts';
import { RecordMark } from './status-mark.tsx';
import { useWords } from './use-words.tsx';

/** How the records of a batch stand: read = valid + warned + blocked + refused + ignored, always. */
export function CountsBar({ counts }: { readonly counts: ImportCounts }) {
  const { w, language } = useWords();
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
            <RecordMark status={status} /> <span className="number">{formatNumber(counts[status], language, 0)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
