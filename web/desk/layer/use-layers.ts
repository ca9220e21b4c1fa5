import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CallFailed } from '../../api/get-json.ts';
import {
  enforceEdition,
  getParcelOverlays,
  listStaffLayers,
  refuseEdition,
  type StaffLayer,
} from '../../api/layers.ts';
import { PARCELS_KEY } from '../parcel/use-parcel.ts';
import { useNotices } from '../shell/notices.tsx';
import { problemWords } from '../shell/problem-words.ts';
import { guarded } from '../shell/session/session-gate.ts';
import { useWords } from '../shell/use-words.tsx';

const LAYERS_KEY = ['layers'] as const;

export function useLayers() {
  return useQuery({
    queryKey: LAYERS_KEY,
    queryFn: ({ signal }) => guarded(() => listStaffLayers(signal)),
    refetchOnWindowFocus: true,
  });
}

/** What layers have on a parcel; kept with what else is known of it. */
export function useOverlaysOf(id: string, at: string | null) {
  return useQuery({
    queryKey: [...PARCELS_KEY, id, 'overlays', at],
    queryFn: ({ signal }) => guarded(() => getParcelOverlays(id, at, signal)),
  });
}

/** Decides on a waiting edition and says what became of it; whatever happened, the list is asked for again. */
export function useDecide({ code, title }: StaffLayer, no: number) {
  const client = useQueryClient();
  const tell = useNotices();
  const { w } = useWords();
  const [busy, setBusy] = useState(false);
  async function decide(reason: string | null): Promise<void> {
    setBusy(true);
    try {
      await guarded(() => (reason === null ? enforceEdition(code, no) : refuseEdition(code, no, reason)));
      tell({ text: w(reason === null ? 'layers.enforced' : 'layers.refused', { no, layer: title }), tone: 'done' });
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      tell({ text: problemWords(error, w), tone: 'trouble' });
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: LAYERS_KEY });
      await client.invalidateQueries({ queryKey: PARCELS_KEY });
    }
  }
  return { decide, busy };
}
