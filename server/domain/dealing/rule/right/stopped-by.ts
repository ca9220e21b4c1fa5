import type { CaveatEffect } from '../../payload/rights.ts';
import type { StandingCaveat } from '../../standing.ts';

export interface CaveatAsked {
  /** The effect that stops a dealing of this kind; null where caveats do not. */
  readonly stoppedBy: CaveatEffect | null;
  readonly parcelId: string;
  readonly no: string;
  /** Those that hold today. */
  readonly caveats: readonly StandingCaveat[];
}

/** Caveats with this effect, where the dealing is of a kind that it stops. */
export function stoppedBy(effect: CaveatEffect, asked: CaveatAsked) {
  if (asked.stoppedBy !== effect) return null;
  return asked.caveats
    .filter((caveat) => caveat[effect])
    .map(({ caveatId, documentNo, until }) => ({
      parcelId: asked.parcelId,
      no: asked.no,
      caveatId,
      documentNo,
      until,
    }));
}

/** For fixtures: one that stops everything. */
export const CAVEAT: StandingCaveat = {
  caveatId: 'c',
  transfer: true,
  mortgage: true,
  split: true,
  documentNo: 'THADS-3',
  until: null,
};
