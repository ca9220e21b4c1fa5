import { dayOf } from '../../../../server/domain/legal-day.ts';
import { formatDay } from '../../../../server/domain/words/format-day.ts';
import { useWords } from '../../shell/use-words.tsx';

interface Props {
  readonly registeredAt: string;
  readonly recordedAt: string;
}

/** Since when the register knows of what holds from an earlier day; nothing where it is of the same day. */
export function KnownSince({ registeredAt, recordedAt }: Props) {
  const { w, language } = useWords();
  const day = dayOf(new Date(recordedAt));
  if (day <= dayOf(new Date(registeredAt))) return null;
  return <span className="known-since"> · {w('parcel.knownSince', { day: formatDay(day, language) })}</span>;
}
