import { formatAreaColumn } from '../../../../server/domain/words/format-number.ts';
import type { ParcelDetail, ParcelNeighbours } from '../../../api/parcels.ts';
import { useWords } from '../../shell/use-words.tsx';

interface Props {
  readonly first: string;
  readonly chosen: readonly ParcelDetail[];
  readonly neighbours: ParcelNeighbours['items'];
  choose(id: string): void;
}

/** The same choice as on the map, as a list: what is chosen, then what meets it. */
export function PartChoice({ first, chosen, neighbours, choose }: Props) {
  const { w, language } = useWords();
  const isChosen = (id: string) => chosen.some((one) => one.id === id);
  const land = [...chosen, ...neighbours.filter(({ id }) => !isChosen(id))];
  return (
    <section className="land-part" data-part="parts">
      <h2>{w('merge.parts')}</h2>
      {land.map(({ id, no, sheet, areaM2 }) => (
        <label key={id} className="land-check">
          <input type="checkbox" checked={isChosen(id)} disabled={id === first} onChange={() => choose(id)} />{' '}
          {w('parcel.name', { no, sheet })} · <span className="number">{formatAreaColumn(areaM2, language)}</span>
        </label>
      ))}
      {land.length === 1 && <p className="quiet">{w('merge.alone')}</p>}
    </section>
  );
}
