import { formatAreaColumn } from '../../../../server/domain/words/format-number.ts';
import type { ParcelDetail, ParcelNeighbours } from '../../../api/parcels.ts';
import { useWords } from '../../shell/use-words.tsx';

interface Props {
  readonly title: string;
  readonly first: string;
  /** What is ticked, whether or not it has come. */
  readonly ids: readonly string[];
  readonly chosen: readonly ParcelDetail[];
  readonly neighbours: ParcelNeighbours['items'];
  choose(id: string): void;
}

const inOrder = new Intl.Collator('vi', { numeric: true });

/** The same choice as on the map, as a list: the first parcel, then by number whatever meets what is chosen. */
export function PartChoice({ title, first, ids, chosen, neighbours, choose }: Props) {
  const { w, language } = useWords();
  const known = [...new Map([...chosen, ...neighbours].map((land) => [land.id, land])).values()];
  // A tick moves no line: the next click must meet the line it aims at.
  const land = known.sort(
    (a, b) =>
      Number(b.id === first) - Number(a.id === first) ||
      inOrder.compare(a.sheet, b.sheet) ||
      inOrder.compare(a.no, b.no),
  );
  return (
    <section className="land-part" data-part="parts">
      <h2>{title}</h2>
      {land.map(({ id, no, sheet, areaM2 }) => (
        <label key={id} className="land-check">
          <input type="checkbox" checked={ids.includes(id)} disabled={id === first} onChange={() => choose(id)} />{' '}
          {w('parcel.name', { no, sheet })} · <span className="number">{formatAreaColumn(areaM2, language)}</span>
        </label>
      ))}
      {land.length === 1 && <p className="quiet">{w('merge.alone')}</p>}
    </section>
  );
}
