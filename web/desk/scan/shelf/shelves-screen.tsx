import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Link } from 'react-router';
import { ARCHIVE_ROLES } from '../../../../server/domain/document/document.ts';
import { boxText, MOST_BOXES } from '../../../../server/domain/document/shelf-place.ts';
import { formatNumber } from '../../../../server/domain/words/format-number.ts';
import { listShelves, type Shelves } from '../../../api/document/shelves.ts';
import '../../parcel/land.css';
import { ListState } from '../../shell/list-state.tsx';
import { guarded } from '../../shell/session/session-gate.ts';
import { useHasRole } from '../../shell/session/use-me.tsx';
import { useWords } from '../../shell/use-words.tsx';
import { LabelsPart } from './labels-part.tsx';
import './shelf.css';

type Box = Shelves['boxes'][number];

/** Boxes of the archive, and labels for them. */
export default function ShelvesScreen() {
  const { w } = useWords();
  const prints = useHasRole(...ARCHIVE_ROLES);
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['shelves', q],
    queryFn: ({ signal }) => guarded(() => listShelves(q, signal)),
    placeholderData: (before) => before,
    refetchOnWindowFocus: true,
  });
  const boxes = found.data?.boxes ?? [];
  const [chosen, setChosen] = useState<ReadonlyMap<string, Box>>(new Map());
  const choose = (some: readonly Box[], to: boolean) =>
    setChosen((before) => {
      const next = new Map(before);
      for (const box of some) {
        if (to) next.set(boxText(box), box);
        else next.delete(boxText(box));
      }
      return next;
    });
  return (
    <div className="screen shelves">
      <p className="shelf-back">
        <Link to="/desk/scans">{w('shelf.back')}</Link>
      </p>
      <h1>{w('shelf.title')}</h1>
      <p className="quiet">{w('shelf.lead')}</p>
      {prints && found.data && chosen.size > 0 && (
        <LabelsPart boxes={[...chosen.values()]} sheets={found.data.sheets} onClear={() => setChosen(new Map())} />
      )}
      <TextInput
        className="shelf-filter"
        type="search"
        aria-label={w('shelf.filter')}
        placeholder={w('shelf.filter')}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ListState of={found} empty={boxes.length === 0 ? w(q === '' ? 'shelf.none' : 'shelf.noneMatch') : null}>
        <BoxTable boxes={boxes} chosen={prints ? chosen : null} choose={choose} />
        {found.data?.more && <p className="quiet">{w('shelf.more')}</p>}
      </ListState>
    </div>
  );
}

interface TableProps {
  readonly boxes: readonly Box[];
  /** Null: this person prints no labels. */
  readonly chosen: ReadonlyMap<string, Box> | null;
  choose(some: readonly Box[], to: boolean): void;
}

function BoxTable({ boxes, chosen, choose }: TableProps) {
  const { w, language } = useWords();
  const all = boxes.every((box) => chosen?.has(boxText(box)));
  return (
    <div className="land-wide-table">
      <table className="land-table shelf-table">
        <caption className="visually-hidden">{w('shelf.title')}</caption>
        <thead>
          <tr>
            {chosen && (
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label={w('shelf.all')}
                  checked={all}
                  disabled={boxes.length > MOST_BOXES}
                  onChange={(event) => choose(boxes, event.currentTarget.checked)}
                />
              </th>
            )}
            <th scope="col">{w('place.store')}</th>
            <th scope="col">{w('place.row')}</th>
            <th scope="col">{w('place.shelf')}</th>
            <th scope="col">{w('place.box')}</th>
            <th scope="col">{w('shelf.papers')}</th>
            <th scope="col">{w('shelf.communes')}</th>
          </tr>
        </thead>
        <tbody>
          {boxes.map((box) => {
            const name = boxText(box);
            return (
              <tr key={name} data-box={name}>
                {chosen && (
                  <td>
                    <input
                      type="checkbox"
                      aria-label={w('shelf.choose', { box: name })}
                      checked={chosen.has(name)}
                      onChange={(event) => choose([box], event.currentTarget.checked)}
                    />
                  </td>
                )}
                <td>{box.store}</td>
                <td>{box.row}</td>
                <td>{box.shelf}</td>
                <th scope="row">{box.box}</th>
                <td className="number">{formatNumber(box.papers, language)}</td>
                <td>{box.communes.join(', ')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
