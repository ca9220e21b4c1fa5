import { type DealingDetail, getDealing, openDealing, takeDealingStep } from '../../api/dealings.ts';
import { newId } from '../../api/new-id.ts';
import { getStaffParcel } from '../../api/parcels.ts';
import { guarded } from '../shell/session/session-gate.ts';

/** Parcels that a dealing raised or changed; those that it was about where it changed no land. */
export const dealtLand = ({ raises, targets }: Pick<DealingDetail, 'raises' | 'targets'>): string[] => {
  const changed = raises.filter(({ role }) => role !== 'neighbour');
  return (changed.length > 0 ? changed : targets).map(({ parcelId }) => parcelId);
};

/**
 * Takes all dealings of a registered file back by a file of reversals, the last first, and lodges it: each finds the parcels as
 * the one before it leaves them. The id of the first reversal; what was opened before something failed waits there as a draft.
 */
export async function undoFile(file: DealingDetail['file'], reason: string): Promise<string> {
  const first = newId();
  let after: string | null = null;
  let lodging: { readonly id: string; readonly version: number } | null = null;
  for (const { dealingId } of file.toReversed()) {
    const { dealing } = await guarded(() => getDealing(dealingId));
    const signal = AbortSignal.timeout(60_000);
    const before: string | null = after;
    const land = await Promise.all(
      dealtLand(dealing).map((id) => guarded(() => getStaffParcel(id, null, signal, before))),
    );
    const id: string = before === null ? first : newId();
    const targets = land.map(({ id: parcelId, version }) => ({ parcelId, version }));
    const draft = { kind: 'reversal', targets, payload: { dealingId, reason } } as const;
    const opened = await guarded(() => openDealing(id, before === null ? draft : { ...draft, after: before }));
    lodging ??= { id, version: opened.dealing.version };
    after = id;
  }
  if (lodging) {
    const { id, version } = lodging;
    await guarded(() => takeDealingStep('lodge', { id, version, key: newId() }));
  }
  return first;
}
