import type { Trx } from '../kit/transaction.ts';

/** Notes a file of the store; the bytes are in place before the row is written. */
export async function insertStoredFile(
  trx: Trx,
  file: { sha256: string; byteLength: number; mediaType: string },
): Promise<void> {
  await trx.query(
    `insert into document.stored_file (sha256, byte_length, media_type) values (decode($1, 'hex'), $2, $3) on conflict do nothing`,
    [file.sha256, file.byteLength, file.mediaType],
  );
}

/** Media type of a file of the store. */
export async function getMediaType(trx: Trx, sha256: string): Promise<string> {
  const { rows } = await trx.query<{ mediaType: string }>(
    `select media_type as "mediaType" from document.stored_file where sha256 = decode($1, 'hex')`,
    [sha256],
  );
  if (!rows[0]) throw new Error(`no file ${sha256} is stored`);
  return rows[0].mediaType;
}
