/** Every kind of dealing on parcels. A new one is a line here, a schema in domain/dealing/payload and a folder. */
import type { ParcelDealingKind } from '../../domain/dealing/dealing-kind.ts';
import { CAVEAT_PLACEMENT } from './caveat/place-caveat.ts';
import { CAVEAT_RELEASE } from './caveat/release-caveat.ts';
import { MERGE } from './merge/register-merge.ts';
import { MORTGAGE_REGISTRATION } from './mortgage/register-mortgage.ts';
import { MORTGAGE_RELEASE } from './mortgage/release-mortgage.ts';
import type { KindOfDealing } from './plan.ts';
import { SPLIT } from './split/register-split.ts';
import { TRANSFER } from './transfer/register-transfer.ts';

const KINDS: { readonly [K in ParcelDealingKind]: KindOfDealing<K> } = {
  split: SPLIT,
  merge: MERGE,
  transfer: TRANSFER,
  mortgage_registration: MORTGAGE_REGISTRATION,
  mortgage_release: MORTGAGE_RELEASE,
  caveat_placement: CAVEAT_PLACEMENT,
  caveat_release: CAVEAT_RELEASE,
};

/** A kind by its name. Its subject is of the same kind, because both were read by it. */
export const kindOf = (kind: ParcelDealingKind): KindOfDealing<ParcelDealingKind> =>
  KINDS[kind] as unknown as KindOfDealing<ParcelDealingKind>;
