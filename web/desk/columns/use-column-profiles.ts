import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ColumnChoices } from '../../../server/domain/batch/import-report.ts';
import {
  type ColumnProfile,
  deleteColumnProfile,
  listColumnProfiles,
  nameColumns,
} from '../../api/batch/column-profiles.ts';
import { CallFailed } from '../../api/get-json.ts';
import { newId } from '../../api/new-id.ts';
import { useNotices } from '../shell/notices.tsx';
import { problemWords } from '../shell/problem-words.ts';
import { guarded } from '../shell/session/session-gate.ts';
import { useWords } from '../shell/use-words.tsx';

const KEY = ['column-profiles'] as const;

/** Meanings of columns that the office keeps under a name; asked for only by those who may. */
export function useColumnProfiles(enabled = true) {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => guarded(() => listColumnProfiles(signal)),
    staleTime: 60_000,
    enabled,
  });
}

/** Keeps meanings under a name, takes a name away, and says what became of it; whatever happened, the list is asked for again. */
export function useColumnProfileSteps() {
  const client = useQueryClient();
  const tell = useNotices();
  const { w } = useWords();
  const [busy, setBusy] = useState(false);
  /** Whether it was done. */
  async function act(work: () => Promise<unknown>, done: Parameters<typeof tell>[0]): Promise<boolean> {
    setBusy(true);
    try {
      await guarded(work);
      tell(done);
      return true;
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      tell({ text: problemWords(error, w), tone: 'trouble' });
      return false;
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: KEY });
    }
  }
  function keep(name: string, columns: ColumnChoices): Promise<boolean> {
    const profileId = newId();
    return act(() => nameColumns({ profileId, name, columns }), {
      text: w('columnProfile.kept', { name }),
      tone: 'done',
    });
  }
  function remove({ id, name, columns }: ColumnProfile): Promise<boolean> {
    return act(() => deleteColumnProfile(id), {
      text: w('columnProfile.deleted', { name }),
      tone: 'done',
      undo: () => void keep(name, columns).catch(reportError),
    });
  }
  return { keep, remove, busy };
}
