/** Dealings of one file: those that follow each other and are taken from step to step together (docs/adr/0036). */
import type { DealingKind } from '../../../domain/dealing/dealing-kind.ts';
import type { DealingStatus } from '../../../domain/dealing/dealing-state.ts';
import { prepared } from '../../kit/prepared.ts';
import type { Trx } from '../../kit/transaction.ts';
import { type DealingInHand, IN_HAND } from '../dealings.ts';

/** Members of a file in their order; one that was taken out of it while it was a draft is none any more. */
const MEMBERS = `dealing.dealing first join dealing.dealing m on (m.dealing_id = first.dealing_id or m.file_id = first.dealing_id)
  and m.status = first.status and m.decided_at is not distinct from first.decided_at`;

/** Dealings before one in its file, the first first, and nobody else can change them meanwhile. */
export async function lockEarlier(
  trx: Trx,
  { fileId, fileNo }: Pick<DealingInHand, 'fileId' | 'fileNo'>,
): Promise<DealingInHand[]> {
  const { rows } = await trx.query<DealingInHand>(
    `select ${IN_HAND} from dealing.dealing where dealing_id in (
       select m.dealing_id from ${MEMBERS} where first.dealing_id = $1 and coalesce(m.file_no, 1) < $2)
     order by coalesce(file_no, 1) for update`,
    [fileId, fileNo],
  );
  return rows;
}

/** Dealings after one in its file, and nobody else can change them until the transaction ends. */
export async function lockLater(
  trx: Trx,
  { fileId, fileNo, status }: Pick<DealingInHand, 'fileId' | 'fileNo' | 'status'>,
): Promise<DealingInHand[]> {
  const { rows } = await trx.query<DealingInHand>(
    prepared(
      `select ${IN_HAND} from dealing.dealing where file_id = $1 and file_no > $2 and status = $3 order by file_no for update`,
      [fileId, fileNo, status],
    ),
  );
  return rows;
}

/** The place after the last of a file, counting who was taken out of it. Its first dealing is held. */
export async function nextFileNo(trx: Trx, fileId: string): Promise<number> {
  const { rows } = await trx.query<{ no: number }>(
    'select coalesce(max(file_no), 1) + 1 as no from dealing.dealing where file_id = $1',
    [fileId],
  );
  return rows[0]!.no;
}

export interface FileMember {
  readonly dealingId: string;
  readonly kind: DealingKind;
  readonly status: DealingStatus;
}

/** SQL: members of the file of dealing `d`, in their order; none where it is by itself. */
export const FILE_OF = `(select case when count(*) > 1
    then json_agg(json_build_object('dealingId', m.dealing_id, 'kind', m.kind, 'status', m.status) order by coalesce(m.file_no, 1)) else '[]'::json end
  from ${MEMBERS} where first.dealing_id = coalesce(d.file_id, d.dealing_id))`;
