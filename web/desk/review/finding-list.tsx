import { findingWords } from '../../../server/domain/finding-text.ts';
import type { FindingGroup } from '../../api/batches.ts';
import { SeverityMark } from '../shell/status-mark.tsx';
import { useWords } from '../shell/use-words.tsx';

interface Props {
  readonly groups: readonly FindingGroup[];
  readonly code: string | null;
  /** Codes of the record that is open, marked in the list. */
  readonly ofRecord: readonly string[];
  onChoose(code: string | null): void;
}

/** Findings by code, the heaviest first; choosing one narrows the records and outlines them on the map. */
export function FindingList({ groups, code, ofRecord, onChoose }: Props) {
  const { w, language } = useWords();
  if (groups.length === 0) return <p className="quiet">{w('findings.none')}</p>;
  return (
    <ul className="findings" aria-label={w('findings.title')}>
      {groups.map((group) => {
        const isChosen = group.code === code;
        const isOfRecord = ofRecord.includes(group.code);
        return (
          <li key={group.code}>
            <button
              type="button"
              aria-pressed={isChosen}
              data-of-record={isOfRecord}
              onClick={() => onChoose(isChosen ? null : group.code)}
            >
              <SeverityMark severity={group.severity} />
              <span className="finding-says">{findingWords(group.code, language, group.detail).says}</span>
              <span className="number finding-count">
                {group.ofFile ? w('findings.ofFile') : w('findings.count', { open: group.open, count: group.count })}
              </span>
              {isOfRecord && <span className="visually-hidden">{w('findings.ofRecord')}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
