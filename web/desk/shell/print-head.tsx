import { formatMoment } from '../../../server/domain/words/format-day.ts';
import { useOfficer } from './session/use-me.tsx';
import { useIsPrinting } from './use-is-printing.ts';
import { useWords } from './use-words.tsx';

/** On paper: from where, when and by whom it was printed. */
export function PrintHead() {
  const { w, language } = useWords();
  const { me } = useOfficer();
  if (!useIsPrinting()) return null;
  return (
    <p className="quiet">{w('print.head', { who: me.name, when: formatMoment(new Date().toISOString(), language) })}</p>
  );
}
