import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isBatch } from '../../../server/domain/batch/batch-state.ts';
import type { EditionStep } from '../../../server/domain/layer/edition-step.ts';
import { layerTitle } from '../../../server/domain/layer/overlay-words.ts';
import { CallFailed } from '../../api/get-json.ts';
import {
  getParcelOverlays,
  type LayerArrival,
  type LayerList,
  listStaffLayers,
  previewEdition,
  type StaffLayer,
  stepEdition,
} from '../../api/layers.ts';
import { PARCELS_KEY } from '../parcel/use-parcel.ts';
import { useNotices } from '../shell/notices.tsx';
import { problemWords } from '../shell/problem-words.ts';
import { guarded } from '../shell/session/session-gate.ts';
import { useWords } from '../shell/use-words.tsx';

export const LAYERS_KEY = ['layers'] as const;

/** Milliseconds between two looks while a file is being read. */
const LOOK_MS = 1_500;

/** Whether a worker has still to do with it. */
export const isBeingRead = ({ status, work }: LayerArrival): boolean => isBatch(status, 'unread') && work !== 'failed';

const isUnderWay = (list: LayerList | undefined): boolean =>
  list !== undefined &&
  (list.arrivals.some(isBeingRead) || list.fetches.some(({ status }) => status === 'queued' || status === 'running'));

export function useLayers() {
  return useQuery({
    queryKey: LAYERS_KEY,
    queryFn: ({ signal }) => guarded(() => listStaffLayers(signal)),
    refetchOnWindowFocus: true,
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? LOOK_MS : false),
  });
}

export function usePreview(code: string, no: number) {
  return useQuery({
    queryKey: [...LAYERS_KEY, code, no],
    queryFn: ({ signal }) => guarded(() => previewEdition(code, no, signal)),
    staleTime: 60_000,
  });
}

/** What layers have on a parcel; kept with what else is known of it. */
export function useOverlaysOf(id: string, at: string | null) {
  return useQuery({
    queryKey: [...PARCELS_KEY, id, 'overlays', at],
    queryFn: ({ signal }) => guarded(() => getParcelOverlays(id, at, signal)),
  });
}

const DONE = {
  enforce: 'layers.enforced',
  refuse: 'layers.refused',
  withdraw: 'layers.withdrawn',
  restore: 'layers.restored',
} as const;

/** Takes a step with an edition and says what became of it; whatever happened, the list is asked for again. */
export function useEditionStep(layer: StaffLayer, no: number) {
  const client = useQueryClient();
  const tell = useNotices();
  const { w, language } = useWords();
  const [busy, setBusy] = useState(false);
  async function take(step: EditionStep, reason: string | null): Promise<void> {
    setBusy(true);
    try {
      await guarded(() => stepEdition(layer.code, no, step, reason));
      tell({ text: w(DONE[step], { no, layer: layerTitle(layer, language) }), tone: 'done' });
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      tell({ text: problemWords(error, w), tone: 'trouble' });
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: LAYERS_KEY });
      await client.invalidateQueries({ queryKey: PARCELS_KEY });
      await client.invalidateQueries({ queryKey: ['public-layers'] });
    }
  }
  return { take, busy };
}
