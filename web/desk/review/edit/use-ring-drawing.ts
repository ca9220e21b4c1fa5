import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type BatchRecordDetail, getSurroundings } from '../../../api/batch/batches.ts';
import type { RingSketch } from '../../../map/map-context.ts';
import { batchKey } from '../../shell/batch/use-batch.ts';
import { guarded } from '../../shell/session/session-gate.ts';
import { type Corner, draftOf, type RingDraft, type XY } from './ring-draft.ts';

/** The boundary of one record while it is drawn, and what is done to it. */
export interface RingDrawing {
  readonly first: RingDraft;
  readonly draft: RingDraft;
  readonly chosen: Corner | null;
  /** Corners of the neighbours, on the ground. */
  readonly corners: readonly XY[];
  /** For the map. */
  readonly sketch: RingSketch;
  choose(corner: Corner | null): void;
  change(next: RingDraft): void;
  /** Back by one change. */
  undo(): void;
  stop(): void;
}

interface State {
  readonly recordNo: number;
  readonly drafts: readonly RingDraft[];
  readonly chosen: Corner | null;
}

const NO_TARGETS: readonly (readonly XY[])[] = [];

/** Drawing the boundary of the open record; null while nobody does, or where another record is open now. */
export function useRingDrawing(batchId: string, record: BatchRecordDetail | null) {
  const [state, setState] = useState<State | null>(null);
  const active = state !== null && record?.recordNo === state.recordNo ? state : null;
  const around = useQuery({
    queryKey: [...batchKey(batchId), 'surroundings', active?.recordNo ?? null],
    queryFn: ({ signal }) => guarded(() => getSurroundings(batchId, active?.recordNo ?? 0, signal)),
    enabled: active !== null,
  });
  const targets = around.data?.rings ?? NO_TARGETS;
  const drawing = useMemo<RingDrawing | null>(() => {
    const [draft, first] = [active?.drafts.at(-1), active?.drafts[0]];
    if (!active || !draft || !first) return null;
    const { chosen } = active;
    return {
      first,
      draft,
      chosen,
      corners: targets.flat(),
      sketch: { srid: draft.srid, rings: draft.rings, chosen, targets },
      // Leaving one field and entering the next come in one go: each starts from what the other left.
      choose: (corner) => setState((now) => now && { ...now, chosen: corner }),
      change: (next) => setState((now) => now && { ...now, drafts: [...now.drafts, next] }),
      undo: () => setState((now) => now && { ...now, drafts: now.drafts.slice(0, Math.max(1, now.drafts.length - 1)) }),
      stop: () => setState(null),
    };
  }, [active, targets]);
  const begin = () => {
    const draft = record && draftOf(record);
    if (draft) setState({ recordNo: record.recordNo, drafts: [draft], chosen: { ring: 0, at: 0 } });
  };
  return { drawing, begin };
}
