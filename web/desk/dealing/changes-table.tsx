import type { PlannedChange } from '../../../server/domain/dealing/change.ts';
import type { RestrictionKind } from '../../../server/domain/dealing/payload/burdens.ts';
import { formatDay } from '../../../server/domain/words/format-day.ts';
import { formatAreaColumn } from '../../../server/domain/words/format-number.ts';
import { useWords } from '../shell/use-words.tsx';

/** Facts before and after: what the register says now, and what it would say. */
export function ChangesTable({ changes }: { readonly changes: readonly PlannedChange[] }) {
  const { w, language } = useWords();
  const written = ({ unit }: PlannedChange, value: string | null) => {
    if (value === null) return <span className="quiet">{w('change.none')}</span>;
    if (unit === 'sealed') return <span className="quiet">{w('change.sealed')}</span>;
    if (unit === 'day') return <span className="number">{formatDay(value, language)}</span>;
    if (unit === 'restriction') return w(`restriction.${value as RestrictionKind}`);
    if (unit === 'm2') return <span className="number">{formatAreaColumn(Number(value), language)}</span>;
    return value;
  };
  return (
    <table className="land-table" data-part="changes">
      <caption className="visually-hidden">{w('change.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{w('change.fact')}</th>
          <th scope="col">{w('dealing.before')}</th>
          <th scope="col">{w('dealing.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={`${change.fact} ${change.about} ${change.before} ${change.after}`} data-fact={change.fact}>
            <th scope="row">
              {w(`fact.${change.fact}`)}
              {change.about !== null && <small> · {change.about}</small>}
            </th>
            <td>{written(change, change.before)}</td>
            <td>{written(change, change.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
