import { useState } from 'react';
import { ListState } from '../../shell/list-state.tsx';
import { useWords } from '../../shell/use-words.tsx';
import { useNeighbours } from '../use-parcel.ts';

interface Props {
  readonly parcelId: string;
  readonly chosen: readonly string[];
  onChoose(ids: readonly string[]): void;
}

/** Neighbours that go into one extract with the parcel: land that is used as one is asked for as one. Read when it is opened. */
export function ExtractNeighbours(props: Props) {
  const { w } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className="land-not" data-part="extract-of-several" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{w('papers.several')}</summary>
      {open && <Neighbours {...props} />}
    </details>
  );
}

function Neighbours({ parcelId, chosen, onChoose }: Props) {
  const { w } = useWords();
  const neighbours = useNeighbours(parcelId);
  const items = neighbours.data?.items ?? [];
  return (
    <ListState of={neighbours} empty={items.length === 0 ? w('papers.noNeighbour') : null}>
      {items.map(({ id, no, sheet }) => (
        <label key={id} className="land-check">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChoose(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />{' '}
          {w('parcel.name', { no, sheet })}
        </label>
      ))}
      <p className="quiet">{w('papers.severalNote')}</p>
    </ListState>
  );
}
