import { Button, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatNumber, formatPlain } from '../../../../server/domain/words/format-number.ts';
import { useWords } from '../../shell/use-words.tsx';
import { addCorner, type Corner, mayRemove, moveCorner, nearestCorner, removeCorner } from './ring-draft.ts';
import type { RingDrawing } from './use-ring-drawing.ts';

/** Metres within which a corner of a neighbour is offered. */
const NEAR_M = 2;

/** The corners of one ring by their numbers, X to the north and Y to the east as on Vietnamese coordinate tables. */
export function CornerTable({ ring, drawing }: { readonly ring: number; readonly drawing: RingDrawing }) {
  const { w } = useWords();
  const { draft, chosen, choose, change } = drawing;
  return (
    <table className="corners">
      <caption>{ring === 0 ? w('ring.outer') : w('ring.hole', { n: ring })}</caption>
      <thead>
        <tr>
          <th scope="col">{w('ring.corner')}</th>
          <th scope="col">{w('ring.north')}</th>
          <th scope="col">{w('ring.east')}</th>
        </tr>
      </thead>
      <tbody>
        {draft.rings[ring]?.map(([x, y], at) => {
          const corner = { ring, at };
          const isChosen = chosen?.ring === ring && chosen.at === at;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its place
            <tr key={at} data-chosen={isChosen}>
              <th scope="row">
                <button type="button" className="link" aria-pressed={isChosen} onClick={() => choose(corner)}>
                  {at + 1}
                </button>
              </th>
              <td>
                <Metres
                  label={`${w('ring.north')} ${at + 1}`}
                  value={y}
                  onFocus={() => choose(corner)}
                  onValue={(north) => change(moveCorner(draft, corner, [x, north]))}
                />
              </td>
              <td>
                <Metres
                  label={`${w('ring.east')} ${at + 1}`}
                  value={x}
                  onFocus={() => choose(corner)}
                  onValue={(east) => change(moveCorner(draft, corner, [east, y]))}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface MetresProps {
  readonly label: string;
  readonly value: number;
  onFocus(): void;
  onValue(metres: number): void;
}

/** A coordinate that can be typed over; what is no number goes back to what it was. */
function Metres({ label, value, onFocus, onValue }: MetresProps) {
  const { language } = useWords();
  const shown = formatPlain(value, language, 4);
  const [typed, setTyped] = useState<string | null>(null);
  const take = () => {
    const metres = Number((typed ?? shown).trim().replace(',', '.'));
    if (typed !== null && Number.isFinite(metres) && metres > 0 && metres < 1e7 && metres !== value) onValue(metres);
    setTyped(null);
  };
  return (
    <TextInput
      size="xs"
      aria-label={label}
      inputMode="decimal"
      value={typed ?? shown}
      onFocus={onFocus}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}

/** What can be done with the chosen corner: caught by the nearest one of a neighbour, one more behind it, taken away. */
export function CornerActions({ corner, drawing }: { readonly corner: Corner; readonly drawing: RingDrawing }) {
  const { w, language } = useWords();
  const { draft, corners, change, choose } = drawing;
  const at = draft.rings[corner.ring]?.[corner.at];
  const nearest = useMemo(() => (at ? nearestCorner(corners, at) : null), [corners, at]);
  if (!at) return null;
  const n = corner.at + 1;
  return (
    <div className="sheet-buttons">
      {nearest && nearest.metres > 0 && nearest.metres <= NEAR_M && (
        <Button variant="default" onClick={() => change(moveCorner(draft, corner, nearest.at))}>
          {w('ring.snap', { n, metres: formatNumber(nearest.metres, language, 2) })}
        </Button>
      )}
      {nearest?.metres === 0 && <span className="quiet">{w('ring.caught', { n })}</span>}
      <Button variant="default" onClick={() => change(addCorner(draft, corner))}>
        {w('ring.add', { n })}
      </Button>
      <Button
        variant="default"
        disabled={!mayRemove(draft, corner)}
        onClick={() => {
          change(removeCorner(draft, corner));
          choose(null);
        }}
      >
        {w('ring.remove', { n })}
      </Button>
    </div>
  );
}
