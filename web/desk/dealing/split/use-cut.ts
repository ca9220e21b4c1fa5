import { useEffect, useReducer, useState } from 'react';
import type { ParcelDealingKind } from '../../../../server/domain/dealing/dealing-kind.ts';
import type { ParcelDetail, ParcelNeighbours } from '../../../api/parcels.ts';
import { useOfficer } from '../../shell/session/use-me.tsx';
import { type DrawHistory, drawStep, startDrawing } from './draw-history.ts';
import { readLines, storeLines } from './stored-lines.ts';
import { useDrawing } from './use-drawing.ts';

/** The lines under way: drawn with what catches, undone and redone by keys too, and kept over a reload. */
export function useCut(parcel: ParcelDetail, neighbours: ParcelNeighbours['items'], kind: ParcelDealingKind) {
  const { me } = useOfficer();
  const { id, version } = parcel;
  const [history, act] = useReducer(
    drawStep,
    null,
    (): DrawHistory => startDrawing(readLines(kind, me.id, id, version)),
  );
  const [wasKept] = useState(() => history.now.lines.length > 0);
  const { lines } = history.now;
  useEffect(() => storeLines(kind, me.id, id, version, lines), [kind, me.id, id, version, lines]);
  return {
    history,
    act,
    wasKept,
    ...useDrawing({ parcel, neighbours }, history, act),
    forget: () => storeLines(kind, me.id, id, version, []),
  };
}
