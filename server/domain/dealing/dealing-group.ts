import type { ParcelDealingKind } from './dealing-kind.ts';

/** What a kind of dealing changes: who holds, the land, what burdens it, or the paper about it. */
export const DEALING_GROUPS = ['holders', 'land', 'burdens', 'paper'] as const;
export type DealingGroup = (typeof DEALING_GROUPS)[number];

const LAND: readonly string[] = ['split', 'merge', 'boundary_adjustment', 'resurvey', 'purpose_change'];
const BURDENS = /^(?:mortgage|caveat|lease)_|^restriction$/;

/** The group under which people look for a kind. */
export function dealingGroup(kind: ParcelDealingKind): DealingGroup {
  if (LAND.includes(kind)) return 'land';
  if (BURDENS.test(kind)) return 'burdens';
  return kind.startsWith('certificate_') ? 'paper' : 'holders';
}
