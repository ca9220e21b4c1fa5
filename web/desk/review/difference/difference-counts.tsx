import { formatNumber } from '../../../../server/domain/words/format-number.ts';
import type { BatchDetail } from '../../../api/batch/batches.ts';
import { useWords } from '../../shell/use-words.tsx';

/** Which finding leads to the records of a count; of new parcels there is none. */
const CODE_OF = {
  unchanged: 'register.unchanged',
  resurveyed: 'register.resurveyed',
  differs: 'register.differs',
} as const;

interface Props {
  readonly difference: NonNullable<BatchDetail['difference']>;
  onCode(code: string): void;
}

/** A sheet that comes again: how many records are what, each count a way to its records. */
export function DifferenceCounts({ difference, onCode }: Props) {
  const { w, language } = useWords();
  const n = (value: number) => formatNumber(value, language, 0);
  return (
    <section className="difference-counts">
      <h3>{w('difference.title')}</h3>
      <p>{w(difference.resurveyed + difference.added === 0 ? 'difference.nothing' : 'difference.about')}</p>
      <table className="land">
        <tbody>
          {(['unchanged', 'resurveyed', 'differs', 'added', 'missing'] as const).map((name) => (
            <tr key={name}>
              <th scope="row">
                {name in CODE_OF && difference[name] > 0 ? (
                  <button type="button" className="link" onClick={() => onCode(CODE_OF[name as keyof typeof CODE_OF])}>
                    {w(`difference.${name}`)}
                  </button>
                ) : (
                  w(`difference.${name}`)
                )}
              </th>
              <td className="number">{n(difference[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
