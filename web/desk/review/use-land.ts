import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { isBatch } from '../../../server/domain/batch/batch-state.ts';
import { OVERLAP_CODES } from '../../../server/domain/finding/finding.ts';
import { type BatchDetail, type BatchProposal, getOverlaps, listParcels } from '../../api/batch/batches.ts';
import type { DisputedGround, Extent } from '../../map/map-context.ts';
import { batchKey } from '../shell/batch/use-batch.ts';
import { guarded } from '../shell/session/session-gate.ts';

const NONE: readonly never[] = [];
const isOverlap = (code: string | null): boolean => (OVERLAP_CODES as readonly (string | null)[]).includes(code);

interface Looked {
  readonly batch: BatchDetail | undefined;
  readonly code: string | null;
  readonly recordNo: number | null;
  /** Codes of the findings of the record that is open. */
  readonly ofRecord: readonly string[];
}

/** The ground that two claim: of the finding that is chosen, or of the record that is open. */
export function useDisputed({ batch, code, recordNo, ofRecord }: Looked) {
  const wanted = recordNo === null ? isOverlap(code) : ofRecord.some(isOverlap);
  const asked = recordNo === null ? { code } : { record: recordNo };
  const query = useQuery({
    queryKey: [...batchKey(batch?.id ?? ''), 'overlaps', batch?.version, asked],
    queryFn: ({ signal }) => guarded(() => getOverlaps(batch!.id, asked, signal)),
    enabled: wanted && batch !== undefined,
  });
  const data = wanted ? query.data : undefined;
  const disputed = useMemo<readonly DisputedGround[]>(
    () => data?.features.flatMap(({ geometry }) => (geometry ? [geometry as DisputedGround] : [])) ?? NONE,
    [data],
  );
  return { disputed, box: (data?.bbox ?? null) as Extent | null, isPending: wanted && query.isPending };
}

/** What the map shows of a batch. The register's tiles are of now: the land is in them while the batch is registered. */
export function useLand(
  batch: BatchDetail | undefined,
  proposal: BatchProposal | undefined,
  shows: 'before' | 'after' | null,
) {
  const isRegistered = batch !== undefined && isBatch(batch.status, 'registered');
  // A promotion brings the land, a taking-back takes it away; where nothing is decided on, it is shown.
  const there = proposal?.kind === 'import_reversal' ? 'before' : 'after';
  const isShown = shows === null || shows === there;
  const raised = useQuery({
    queryKey: [...batchKey(batch?.id ?? ''), 'parcels', batch?.version],
    queryFn: ({ signal }) => guarded(() => listParcels(batch!.id, signal)),
    enabled: isRegistered && !isShown,
  });
  return {
    isShown,
    without: isRegistered && !isShown ? (raised.data?.items ?? NONE) : NONE,
    recordNumbers: !isRegistered,
    isPending: isRegistered && !isShown && raised.isPending,
  };
}
