import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import pg from 'pg';
import { createCheckpointSigner } from '../registry/audit/checkpoint-signer.ts';
import { type AuditVerdict, verifyAudit } from '../registry/audit/verify-audit.ts';
import { scratchPath } from '../registry/batch/open-scratch.ts';
import { restoreSourceFile, StoredFileDamaged } from '../registry/batch/restore-source-file.ts';
import { NAMED_FILES } from './dump-database.ts';

export interface RegisterCheck {
  readonly parcels: number;
  readonly files: number;
  /** Digests of files that a row names and that cannot be read back as they came. */
  readonly lost: readonly string[];
  readonly audit: AuditVerdict;
}

export interface CheckedRegister {
  readonly migratorUrl: string;
  readonly appUrl: string;
  readonly storageDir: string;
  readonly personalDataKey: Buffer;
}

async function isWhole({ storageDir, personalDataKey }: CheckedRegister, sha256: string): Promise<boolean> {
  const path = await scratchPath(storageDir);
  try {
    await restoreSourceFile(storageDir, personalDataKey, sha256, path);
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
    return hash.digest('hex') === sha256;
  } catch (error) {
    if (error instanceof StoredFileDamaged) return false;
    throw error;
  } finally {
    await rm(path, { force: true });
  }
}

/** Reads back every file that a row names, and computes the audit tree again, held against `checkpoints` from outside too. */
export async function checkRegister(register: CheckedRegister, checkpoints: readonly string[]): Promise<RegisterCheck> {
  const client = new pg.Client({ connectionString: register.migratorUrl });
  await client.connect();
  const lost: string[] = [];
  let files: string[];
  let parcels: number;
  try {
    await client.query('begin read only; set local row_security = off');
    files = (await client.query<{ digest: string }>(NAMED_FILES)).rows.map(({ digest }) => digest);
    parcels = (await client.query<{ n: number }>('select count(*)::int as n from cadastre.parcel')).rows[0]!.n;
  } finally {
    await client.end();
  }
  for (const sha256 of files) if (!(await isWhole(register, sha256))) lost.push(sha256);
  const pool = new pg.Pool({ connectionString: register.appUrl, max: 1 });
  try {
    const audit = await verifyAudit(pool, createCheckpointSigner(register.personalDataKey), checkpoints);
    return { parcels, files: files.length, lost, audit };
  } finally {
    await pool.end();
  }
}
