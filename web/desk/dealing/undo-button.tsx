import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
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
import { useLodge } from './form/use-lodge.ts';

/** Takes a registered dealing back by a dealing of its own, which somebody else decides; what stops it is told on its page. */
export function UndoButton({ dealing }: { readonly dealing: DealingDetail }) {
  const { w } = useWords();
  const client = useQueryClient();
  const tell = useNotices();
  const opens = useHasRole(...DEALING_OPENERS);
  const { send, busy } = useLodge();
  const [asked, setAsked] = useState(false);
  const { dealingId, kind, status, raises, targets } = dealing;
  if (!opens || !isParcelKind(kind) || !isDealing(status, 'registered')) return null;
  const changed = raises.filter(({ role }) => role !== 'neighbour');
  const land = (changed.length > 0 ? changed : targets).map(({ parcelId }) => parcelId);
  async function open(reason: string): Promise<void> {
    try {
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
      <Button variant="default" loading={busy} onClick={() => setAsked(true)}>
        {w('undo.open')}
      </Button>
      <ReasonDialog
        title={asked ? w('undo.open') : null}
        text={w('undo.about')}
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
