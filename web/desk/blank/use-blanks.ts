import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { BlankStatus } from '../../../server/domain/certificate/blank.ts';
import { listPrinters, readLedger, readStock } from '../../api/paper/certificates.ts';
import { guarded } from '../shell/session/session-gate.ts';

/** Whatever is known of blanks is kept under this, and asked for again after a move. */
export const BLANKS_KEY = ['blanks'] as const;
export const PRINTERS_KEY = ['printers'] as const;

export function useStock(status: BlankStatus | null) {
  return useQuery({
    queryKey: [...BLANKS_KEY, 'stock', status],
    queryFn: ({ signal }) => guarded(() => readStock(status, signal)),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: true,
  });
}

export function useLedger(serial: string) {
  return useQuery({
    queryKey: [...BLANKS_KEY, 'ledger', serial],
    queryFn: ({ signal }) => guarded(() => readLedger(serial, signal)),
    placeholderData: keepPreviousData,
  });
}

export function usePrinters() {
  return useQuery({
    queryKey: PRINTERS_KEY,
    queryFn: ({ signal }) => guarded(() => listPrinters(signal)),
  });
}
