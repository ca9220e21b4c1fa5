import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { HOLD_MINUTES } from '../../../server/domain/document/document.ts';
import { type DocumentDetail, holdDocument, releaseDocument } from '../../api/document/documents.ts';
import { CallFailed } from '../../api/get-json.ts';
import { guarded } from '../shell/session/session-gate.ts';
import { DOCUMENTS_KEY, documentKey } from './use-documents.ts';

/** Well before it would be anybody's again. */
const KEEP_MS = (HOLD_MINUTES / 3) * 60_000;
/** Where no answer came. */
const AGAIN_MS = 5_000;

/** Takes a document that waits for its review, keeps it while its screen is open, and gives it back afterwards. Whether it is mine. */
export function useHold({ id, status, heldBy, mine }: DocumentDetail, may: boolean): boolean {
  const client = useQueryClient();
  const [held, setHeld] = useState(false);
  const free = may && status === 'to_review' && (heldBy === null || mine);
  useEffect(() => {
    if (!free) return;
    let open = true;
    let again: ReturnType<typeof setTimeout> | undefined;
    const look = () => client.invalidateQueries({ queryKey: documentKey(id), exact: true });
    const take = async () => {
      try {
        await guarded(() => holdDocument(id));
        if (open) setHeld(true);
      } catch (error) {
        if (!(error instanceof CallFailed)) throw error;
        if (!open) return;
        // Somebody was first, or it moved on: the screen shows which.
        if (error.problem) {
          setHeld(false);
          await look();
        } else again = setTimeout(() => take().catch(reportError), AGAIN_MS);
      }
    };
    take().catch(reportError);
    const beat = setInterval(() => take().catch(reportError), KEEP_MS);
    return () => {
      open = false;
      clearInterval(beat);
      clearTimeout(again);
      setHeld(false);
      releaseDocument(id)
        .then(() => client.invalidateQueries({ queryKey: DOCUMENTS_KEY }))
        // What cannot be given back is free again by itself in some minutes.
        .catch((error: unknown) => (error instanceof CallFailed ? undefined : reportError(error)));
    };
  }, [client, id, free]);
  return held;
}
