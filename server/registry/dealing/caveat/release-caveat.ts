import { endCaveats } from '../../../db/dealing/rights.ts';
import { verdict } from '../../../domain/dealing/verdict.ts';
import type { ParcelKind } from '../dealing-kind-interface.ts';

/** Giải toả ngăn chặn: a caveat is never deleted; a second paper ends it. */
export const CAVEAT_RELEASE: ParcelKind<'caveat_release'> = {
  kind: 'caveat_release',
  async plan(_trx, { payload, standing }) {
    const holds = standing.some((parcel) => parcel.caveats.some(({ caveatId }) => caveatId === payload.caveatId));
    const verdicts = holds ? [] : [verdict('caveat.not_current', { caveatId: payload.caveatId })];
    return { verdicts, land: [], rights: [] };
  },
  async register(trx, dealingId, { payload }) {
    const ended = await endCaveats(trx, dealingId, [payload.caveatId]);
    if (ended !== 1) throw new Error(`caveat ${payload.caveatId} does not hold`);
  },
};
