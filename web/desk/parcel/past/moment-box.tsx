import { formatDay } from '../../../../server/domain/words/format-day.ts';
import type { PastMoment } from '../../../api/parcels.ts';
import { useWords } from '../../shell/use-words.tsx';

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const NOW: PastMoment = { at: null, knownAt: null };

/** Two days: of which the parcel is shown, and until when the register is read. */
export function MomentBox({
  moment,
  onChoose,
}: {
  readonly moment: PastMoment | null;
  onChoose(moment: PastMoment): void;
}) {
  const { w } = useWords();
  const shown = moment ?? NOW;
  return (
    <div className="land-at">
      {(['at', 'knownAt'] as const).map((name) => (
        <label key={name}>
          {w(`parcel.${name}`)}{' '}
          <input
            type="date"
            value={shown[name] ?? ''}
            min="1990-01-01"
            max={today()}
            onChange={(event) => onChoose({ ...shown, [name]: event.currentTarget.value || null })}
          />
        </label>
      ))}
    </div>
  );
}

/** Which past is shown, and the way back. */
export function MomentStrip({ moment, onNow }: { readonly moment: PastMoment; onNow(): void }) {
  const { w, language } = useWords();
  const { at, knownAt } = moment;
  const day = at === null ? '' : formatDay(at, language);
  const known = knownAt === null ? '' : formatDay(knownAt, language);
  const sentence = knownAt === null ? 'parcel.asOf' : at === null ? 'parcel.asKnown' : 'parcel.asOfKnown';
  return (
    <p className="land-strip" role="status">
      <strong>{w(sentence, { day, known })}</strong> {w('parcel.pastParts')}
      {knownAt !== null && ` ${w('parcel.pastMap')}`}{' '}
      <button type="button" className="land-small" onClick={onNow}>
        {w('parcel.atNow')}
      </button>
    </p>
  );
}
