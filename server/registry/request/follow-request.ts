import type pg from 'pg';
import { findFollowedRequest } from '../../db/portal/requests.ts';
import type { FollowedRequest } from '../../domain/contract/portal/portal-requests.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { createRequestCipher } from './request-cipher.ts';

/** What became of a request, for who has its reference and code. The database is asked in every case, so that all answers take alike. */
export async function followRequest(
  portal: pg.Pool,
  personalDataKey: Buffer,
  reference: string,
  codeHash: Buffer,
): Promise<FollowedRequest> {
  const row = await findFollowedRequest(portal, reference.trim().toUpperCase(), codeHash);
  if (!row) throw new Problem('paper_request.not_found');
  const { refusal, refusalGround, paperSerial, paperSha256, paperStatus, paperIssuedAt } = row;
  return {
    reference: row.reference,
    kind: row.kind,
    blocks: [...row.blocks],
    parcelId: row.parcelId,
    delivery: row.delivery,
    status: row.status,
    suspended: row.suspended,
    receivedAt: row.receivedAt.toISOString(),
    dueOn: row.dueOn,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    fee: { status: row.feeStatus, amountVnd: row.feeVnd, legalBasis: row.feeBasis },
    refusal:
      refusal && refusalGround
        ? { ground: refusalGround, reason: createRequestCipher(personalDataKey).open(refusal) }
        : null,
    paper:
      paperSerial && paperSha256 && paperStatus && paperIssuedAt
        ? { serial: paperSerial, sha256: paperSha256, status: paperStatus, issuedAt: paperIssuedAt.toISOString() }
        : null,
  };
}
