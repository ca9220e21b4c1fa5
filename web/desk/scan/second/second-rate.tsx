import { useQuery } from '@tanstack/react-query';
import { formatShare } from '../../../../server/domain/words/format-number.ts';
import { getSecondReadingRate } from '../../../api/document/second-readings.ts';
import { guarded } from '../../shell/session/session-gate.ts';
import { useWords } from '../../shell/use-words.tsx';
import { DOCUMENTS_KEY } from '../use-documents.ts';

/** How large the sample is, and how often two readers differ. */
export function SecondRate() {
  const { w, language } = useWords();
  const { data } = useQuery({
    queryKey: [...DOCUMENTS_KEY, 'rate'],
    queryFn: ({ signal }) => guarded(() => getSecondReadingRate(signal)),
  });
  if (!data) return null;
  const { oneOf, read, waiting, fields, fieldsDiffered } = data;
  const sample = oneOf === 0 ? w('second.off') : w('second.sample', { n: oneOf });
  const rate =
    fields === 0
      ? w('second.noneYet', { waiting })
      : w('second.rate', {
          n: read,
          waiting,
          differed: fieldsDiffered,
          fields,
          share: formatShare(fieldsDiffered / fields, language),
        });
  return (
    <p className="second-rate quiet">
      {sample} {rate}
    </p>
  );
}
