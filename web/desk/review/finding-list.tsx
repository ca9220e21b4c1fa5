import { LEFT_AS_REGISTERED } from '../../../server/domain/batch/difference.ts';
import { findingWords } from '../../../server/domain/finding/finding-text.ts';
import { formatNumber } from '../../../server/domain/words/format-number.ts';
import type { Language } from '../../../server/domain/words/language.ts';
import type { FindingGroup } from '../../api/batch/batches.ts';
import type { DeskWords } from '../../i18n/desk-words.ts';
import { SeverityMark } from '../shell/batch/status-mark.tsx';
import { useWords } from '../shell/use-words.tsx';

interface Props {
  readonly groups: readonly FindingGroup[];
  readonly code: string | null;
  /** Codes of the record that is open, marked in the list. */
  readonly ofRecord: readonly string[];
  onChoose(code: string | null): void;
}

/** What the group is about. The numbers of one record are no title of all of them; of a file there is only one. */
const titleOf = ({ code, ofFile, detail }: FindingGroup, language: Language) =>
  findingWords(code, language, ofFile ? detail : undefined).says;

/** How many there are, and of what: pairs and records; and how many of these are still open, where some are not. */
export function countOf(group: FindingGroup, w: DeskWords, language: Language): string {
  if (group.ofFile) return w('findings.ofFile');
  const n = (value: number) => formatNumber(value, language, 0);
  const { records, openRecords: open, pairs } = group;
  // What the program left as it is registered was not dealt with by anybody.
  if (open === 0 && (LEFT_AS_REGISTERED as readonly string[]).includes(group.code))
    return w('findings.records', { n: n(records) });
  if (open === 0) return w('findings.done', { n: n(records) });
  const counted =
    open < records ? w('findings.openOf', { open: n(open), n: n(records) }) : w('findings.records', { n: n(records) });
  return pairs ? `${w('findings.pairs', { n: n(pairs) })}, ${counted}` : counted;
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
              <span className="finding-says">{titleOf(group, language)}</span>
              <span className="number finding-count">{countOf(group, w, language)}</span>
              {isOfRecord && <span className="visually-hidden">{w('findings.ofRecord')}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
