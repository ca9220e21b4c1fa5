import { randomUUID } from 'node:crypto';
import { insertCaveat } from '../../../db/dealing/rights.ts';
import type { KindOfDealing } from '../plan.ts';

/** Ngăn chặn: a court, an enforcement agency or the police stops transfer, mortgage or change of shape, each by itself. */
export const CAVEAT_PLACEMENT: KindOfDealing<'caveat_placement'> = {
  kind: 'caveat_placement',
  targets: [1, 100],
  plan: async () => ({ verdicts: [], land: [], rights: [] }),
  async register(trx, dealingId, { communeCode, payload, standing }) {
    for (const { parcelId } of standing) {
      await insertCaveat(trx, dealingId, communeCode, {
        caveatId: randomUUID(),
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
