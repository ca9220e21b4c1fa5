import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import {
  getMapSheet,
  getMapSheetLand,
  type MapSheetDetail,
  type MapSheetPlacing,
  putMapSheet,
  putTracedParcels,
  type SheetPage,
  type TracedParcel,
} from '../../api/document/map-sheets.ts';
import { CallFailed } from '../../api/get-json.ts';
import { useNotices } from '../shell/notices.tsx';
import { problemWords } from '../shell/problem-words.ts';
import { guarded } from '../shell/session/session-gate.ts';
import { useWords } from '../shell/use-words.tsx';

const sheetKey = ({ id, page }: SheetPage) => ['document', id, 'map-sheet', page] as const;

/** A page as a map sheet. While somebody works on it nothing is fetched by itself: what she sees is what she did. */
export const useMapSheet = (page: SheetPage) =>
  useQuery({
    queryKey: sheetKey(page),
    queryFn: ({ signal }) => guarded(() => getMapSheet(page, signal)),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

/** Registered parcels under a sheet that is placed as it is in this version. */
export const useSheetLand = ({ documentId, page, version, mayEdit }: MapSheetDetail) =>
  useQuery({
    queryKey: [...sheetKey({ id: documentId, page }), 'land', version === null],
    queryFn: ({ signal }) => guarded(() => getMapSheetLand({ id: documentId, page }, signal)),
    staleTime: 60_000,
    enabled: mayEdit,
  });

export type Keeping = 'kept' | 'keeping' | 'failed';

interface Waiting {
  placing?: MapSheetPlacing;
  parcels?: readonly TracedParcel[];
}

/** Keeps what is done to a sheet, one write after another, each on the version that the one before it made; of several that wait the last is sent. */
export function useKeeper(page: SheetPage, sheet: MapSheetDetail) {
  const client = useQueryClient();
  const tell = useNotices();
  const { w } = useWords();
  const version = useRef(sheet.version);
  const waiting = useRef<Waiting>({});
  const running = useRef<Promise<boolean> | null>(null);
  const [keeping, setKeeping] = useState<Keeping>('kept');

  const unkept = keeping !== 'kept';
  useEffect(() => {
    if (!unkept) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [unkept]);

  async function run(): Promise<boolean> {
    setKeeping('keeping');
    let sent: Waiting = {};
    try {
      while (waiting.current.placing || waiting.current.parcels) {
        const { placing, parcels } = waiting.current;
        sent = placing ? { placing } : { parcels: parcels ?? [] };
        if (placing) delete waiting.current.placing;
        else delete waiting.current.parcels;
        const kept = await guarded(() =>
          placing
            ? putMapSheet(page, placing, version.current)
            : putTracedParcels(page, parcels ?? [], version.current),
        );
        version.current = kept.version;
        client.setQueryData(sheetKey(page), kept);
      }
      setKeeping('kept');
      return true;
    } catch (error) {
      const problem = error instanceof CallFailed ? error.problem : null;
      const stale = problem?.code === 'version.stale';
      // What the server will not take at all is not sent again; everything else waits on, the newer in place of the older.
      const refused = problem !== null && !stale && problem.status < 429;
      if (!refused) waiting.current = { ...sent, ...waiting.current };
      setKeeping('failed');
      tell({
        text: [problemWords(error, w), ...new Set((problem?.errors ?? []).map(({ message }) => message))].join(' '),
        tone: 'trouble',
        ...(stale
          ? // What others did meanwhile is looked at anew, and what is on the screen with it.
            { action: { label: w('trouble.retry'), run: () => location.reload() } }
          : refused
            ? {}
            : { action: { label: w('trouble.retry'), run: () => void keep({}) } }),
      });
      return false;
    } finally {
      running.current = null;
    }
  }
  /** Takes what is to be kept; resolves whether all of it was. */
  const keep = (what: Waiting): Promise<boolean> => {
    Object.assign(waiting.current, what);
    running.current ??= run();
    return running.current;
  };
  return { keep, keeping, version: () => version.current };
}
export type Keeper = ReturnType<typeof useKeeper>;
