import type { StandingRight } from '../../../domain/dealing/standing.ts';

/** The earliest last day of rights that become one: nobody gets a longer term by a merger or a transfer. */
export const earliest = (rights: readonly Pick<StandingRight, 'until'>[]): string | null =>
  rights.flatMap(({ until }) => until ?? []).toSorted()[0] ?? null;
