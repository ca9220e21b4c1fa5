import type { Batch } from '../../../db/staging/batches.ts';
import { getProfile } from '../../../domain/finding/profiles.ts';
import type { BatchSubject } from '../dealing-kind-interface.ts';

/** A batch as a dealing is about it, in the commune to whose register it belongs. */
export function batchSubject(batch: Batch, given: Partial<BatchSubject> = {}): BatchSubject {
  const { batchId, communeCode, communeValidFrom, options } = batch;
  if (communeCode === null || communeValidFrom === null) throw new Error(`batch ${batchId} belongs to no commune`);
  const verdicts = getProfile(options.profile);
  return { batch, communeCode, communeValidFrom, verdicts, initialLoad: false, note: null, survey: null, ...given };
}
