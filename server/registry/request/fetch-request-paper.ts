import type pg from 'pg';
import { fetchPaperOf } from '../../db/portal/requests.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { readStoredBytes } from '../store/read-stored-bytes.ts';

/** The signed bytes that answer a request, for who has its reference and code. */
export async function fetchRequestPaper(
  portal: pg.Pool,
  store: { readonly storageDir: string; readonly personalDataKey: Buffer },
  reference: string,
  codeHash: Buffer,
): Promise<{ serial: string; bytes: Buffer }> {
  const paper = await fetchPaperOf(portal, reference.trim().toUpperCase(), codeHash);
  if (!paper) throw new Problem('paper_request.not_found');
  const bytes = await readStoredBytes(store.storageDir, store.personalDataKey, paper.sha256);
  return { serial: paper.serial, bytes };
}
