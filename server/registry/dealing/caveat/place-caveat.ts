import { insertCaveat } from '../../../db/dealing/rights.ts';
import { derivedId } from '../carry/derived-id.ts';
import type { ParcelKind } from '../dealing-kind-interface.ts';

/** Ngăn chặn: a court, an enforcement agency or the police stops transfer, mortgage or change of shape, each by itself. */
export const CAVEAT_PLACEMENT: ParcelKind<'caveat_placement'> = {
  kind: 'caveat_placement',
  plan: async () => ({ verdicts: [], land: [], rights: [] }),
  async register(trx, dealingId, { communeCode, payload, standing }) {
    for (const { parcelId } of standing) {
      await insertCaveat(trx, dealingId, communeCode, {
        caveatId: derivedId(dealingId, 'caveat', parcelId),
        parcelId,
        transfer: payload.effects.includes('transfer'),
        mortgage: payload.effects.includes('mortgage'),
        split: payload.effects.includes('split'),
        document: payload.document,
        until: payload.until ?? null,
      });
    }
  },
};
