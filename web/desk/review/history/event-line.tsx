import { Link } from 'react-router';
import type { BatchAct } from '../../../../server/domain/batch/batch-event.ts';
import { formatMoment } from '../../../../server/domain/words/format-day.ts';
import { formatNumber } from '../../../../server/domain/words/format-number.ts';
import { useWords } from '../../shell/use-words.tsx';
import { eventCause, eventSentence } from './event-sentence.ts';
import type { EventLine as Line } from './fold-events.ts';

/** Acts that change the register: their dealing is what parcels and rights name as their source. */
const REGISTERS: readonly BatchAct[] = ['promoted', 'reversed'];

interface Props {
  readonly batchId: string;
  readonly line: Line;
}

/** One line of a history: when, who did what, why, and where it leads. */
export function EventLine({ batchId, line }: Props) {
  const { w, language } = useWords();
  const { act, at, until, times, reason, recordNo, dealingId } = line;
  const [from, to] = [formatMoment(at, language), formatMoment(until, language)];
  const cause = eventCause(line, w, language);
  return (
    <li data-act={act}>
      <time dateTime={at}>{from}</time>
      {to !== from && (
        <>
          {' – '}
          <time dateTime={until}>{to}</time>
        </>
      )}{' '}
      {eventSentence(line, w, language)}
      {times > 1 && <span className="quiet"> {w('history.times', { times: formatNumber(times, language, 0) })}</span>}
      {cause !== null && <span className="quiet"> {cause}</span>}
      {reason !== null && (
        <>
          {' '}
          <q>{reason}</q>
        </>
      )}
      {recordNo !== null && (
        <>
          {' '}
          <Link to={`/desk/batches/${batchId}?view=history&record=${recordNo}`}>
            {w('sheet.record', { n: recordNo })}
          </Link>
        </>
      )}
      {line.batchId !== null && (
        <>
          {' '}
          <Link to={`/desk/batches/${line.batchId}?view=history`}>
            {w(act === 'received' ? 'history.before' : 'history.after')}
          </Link>
        </>
      )}
      {dealingId !== null && REGISTERS.includes(act) && (
        <span className="quiet digest"> {w('history.dealing', { id: dealingId })}</span>
      )}
    </li>
  );
}
