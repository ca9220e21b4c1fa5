import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { isParcelKind } from '../../../server/domain/dealing/dealing-kind.ts';
import { isDealing } from '../../../server/domain/dealing/dealing-state.ts';
import { DEALING_OPENERS } from '../../../server/domain/dealing/dealing-step.ts';
import type { DealingDetail } from '../../api/dealings.ts';
import { getStaffParcel } from '../../api/parcels.ts';
import { PARCELS_KEY } from '../parcel/use-parcel.ts';
import { ReasonDialog } from '../review/reason-dialog.tsx';
import { useNotices } from '../shell/notices.tsx';
import { problemWords } from '../shell/problem-words.ts';
import { guarded } from '../shell/session/session-gate.ts';
import { useHasRole } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';
import { dealingTrouble } from './dealing-trouble.ts';
import { useLodge } from './form/use-lodge.ts';
import { dealtLand, undoFile } from './undo-file.ts';
import { DEALINGS_KEY } from './use-dealings.ts';

/** Takes a registered dealing back by a dealing of its own, which somebody else decides; what stops it is told on its page. */
export function UndoButton({ dealing }: { readonly dealing: DealingDetail }) {
  const { w, language } = useWords();
  const client = useQueryClient();
  const tell = useNotices();
  const opens = useHasRole(...DEALING_OPENERS);
  const { send, busy } = useLodge();
  const [asked, setAsked] = useState(false);
  const navigate = useNavigate();
  const [working, setWorking] = useState(false);
  const { dealingId, kind, status, file } = dealing;
  // The first of a file is rested upon by the others: all are taken back with it.
  const whole = file.length > 1 && file[0]?.dealingId === dealingId;
  if (!opens || !isParcelKind(kind) || !isDealing(status, 'registered')) return null;
  async function openFile(reason: string): Promise<void> {
    setWorking(true);
    try {
      const first = await undoFile(file, reason);
      tell({ text: w('ddone.lodge'), tone: 'done' });
      await client.invalidateQueries({ queryKey: DEALINGS_KEY });
      await client.invalidateQueries({ queryKey: PARCELS_KEY });
      await navigate(`/desk/dealings/${first}`);
    } catch (error) {
      tell({ text: dealingTrouble(error, w, language), tone: 'trouble' });
    } finally {
      setWorking(false);
    }
  }
  async function open(reason: string): Promise<void> {
    if (whole) return openFile(reason);
    try {
      const land = dealtLand(dealing);
      const parcels = await Promise.all(
        land.map((id) =>
          client.fetchQuery({
            queryKey: [...PARCELS_KEY, id, 'detail', null],
            queryFn: ({ signal }) => guarded(() => getStaffParcel(id, null, signal)),
            staleTime: 0,
          }),
        ),
      );
      const named = parcels.map(({ id, version }) => ({ parcelId: id, version }));
      await send({ kind: 'reversal', targets: named, payload: { dealingId, reason } }, true);
    } catch (error) {
      tell({ text: problemWords(error, w), tone: 'trouble' });
    }
  }
  return (
    <>
      <Button variant="default" loading={busy || working} onClick={() => setAsked(true)}>
        {w('undo.open')}
      </Button>
      <ReasonDialog
        title={asked ? w('undo.open') : null}
        text={w(whole ? 'undo.aboutFile' : 'undo.about')}
        confirm={w('undo.confirm')}
        required
        hidden={false}
        grave
        onClose={() => setAsked(false)}
        onConfirm={(reason) => {
          setAsked(false);
          void open(reason).catch(reportError);
        }}
      />
    </>
  );
}
