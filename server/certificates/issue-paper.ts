import { createHash } from 'node:crypto';
import type pg from 'pg';
import { writeAudit } from '../db/audit/write-audit.ts';
import { lockAnswer } from '../db/dealing/answers.ts';
import { lockCommune } from '../db/dealing/commune-lock.ts';
import { findPaper, findPaperByRequest, insertPaper, takePaperNumber } from '../db/document/papers.ts';
import { noteSigningCertificate } from '../db/document/signing-certificates.ts';
import { noteStatementKey } from '../db/document/statement-keys.ts';
import { insertStoredFile } from '../db/document/stored-files.ts';
import type { Trx } from '../db/kit/transaction.ts';
import type { Actor } from '../domain/actor.ts';
import type { IssueRequest, Paper } from '../domain/contract/paper/papers.ts';
import { dayOf } from '../domain/legal-day.ts';
import { printPaperCode } from '../domain/paper.ts';
import { Problem } from '../domain/problem/problem.ts';
import { keepSourceFile } from '../registry/batch/keep-source-file.ts';
import { asStaff } from '../registry/kit/as-staff.ts';
import { makeCode } from '../registry/store/make-code.ts';
import { PAPER_MAKER } from './kinds/all-kinds.ts';
import type { PaperSeal } from './signing/open-seal.ts';
import type { TemplateShelf } from './versions/template-shelf.ts';

export interface PaperPress {
  readonly pool: pg.Pool;
  readonly storageDir: string;
  readonly personalDataKey: Buffer;
  /** Without a slash at the end: what the QR code leads to begins with it. */
  readonly publicUrl: string;
  /** Every version of every template; which one makes a paper is told by its day. */
  readonly templates: TemplateShelf;
  openSeal(): Promise<PaperSeal>;
}

/** A request that the paper answers. */
export interface Answering {
  readonly requestId: string;
  readonly holdersLeftOut: boolean;
  /** Runs in the transaction that notes the paper. */
  attach(trx: Trx, paper: Paper): Promise<void>;
}

async function findFirst(trx: Trx, actor: Actor, key: string, asked: Buffer): Promise<Paper | undefined> {
  const first = await findPaperByRequest(trx, actor.id, key);
  if (first && !first.asked.equals(asked)) throw new Problem('idempotency.key_reused');
  return first?.paper;
}

/**
 * Makes a paper of what the register says now: read, laid out, signed, kept in the store under its digest, and then noted
 * with its audit row in one transaction, in which the register still says the same. A repetition gets the first paper.
 */
export async function issuePaper(
  press: PaperPress,
  actor: Actor,
  request: IssueRequest,
  key: string,
  answering?: Answering,
): Promise<Paper> {
  const { pool, storageDir, personalDataKey, publicUrl, templates } = press;
  const { kind, parcelIds, blocks, certificateSerial, requestId } = request;
  const maker = PAPER_MAKER[kind];
  const fits = maker.most === 0 ? parcelIds.length === 0 : parcelIds.length > 0 && parcelIds.length <= maker.most;
  if (!fits) throw new Problem('paper.request_unfit');
  const asked = createHash('sha256')
    .update(
      JSON.stringify([
        kind,
        parcelIds,
        ...[blocks, certificateSerial, requestId].filter((one) => one !== undefined),
        ...(answering ? [answering.requestId] : []),
      ]),
    )
    .digest();
  const leftOut = answering?.holdersLeftOut ?? false;
  const issuedAt = new Date();
  const day = dayOf(issuedAt);
  const start = await asStaff(pool, actor, async (trx) => {
    const first = await findFirst(trx, actor, key, asked);
    if (first) return { first };
    const asking = { actor, request, day, leftOut, personalDataKey, publicUrl, templates };
    return { read: await maker.read(trx, asking), number: await takePaperNumber(trx) };
  });
  if (start.first) return start.first;
  const { read, number } = start;
  const serial = `${read.template.serialPrefix}-${day.slice(0, 4)}-${String(number).padStart(6, '0')}`;
  const code = makeCode();
  const printed = printPaperCode(code);
  const seal = await press.openSeal();
  const link = `${publicUrl}/verify/${printed}`;
  const rendered = await read.render({
    serial,
    code: printed,
    link,
    qr: `${link}#${seal.statements.state(code, { kind, serial, day, parcels: read.parcels.length, parcelCode: read.parcelCode })}`,
    day,
    moment: issuedAt,
    signer: seal.name,
    trialSignature: seal.trial,
  });
  const bytes = await seal.sign(rendered, read.office, issuedAt);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await keepSourceFile(
    storageDir,
    personalDataKey,
    sha256,
    (async function* () {
      yield bytes;
    })(),
  );
  return asStaff(pool, actor, async (trx) => {
    await lockAnswer(trx, actor.id, 'issuePaper', key);
    const first = await findFirst(trx, actor, key, asked);
    if (first) return first;
    await lockCommune(trx, read.communeCode);
    if (!(await read.stillSo(trx))) throw new Problem('service.busy', { retryAfter: 1 });
    await insertStoredFile(trx, { sha256, byteLength: bytes.length, mediaType: 'application/pdf' });
    await noteStatementKey(trx, seal.statements);
    for (const certificate of seal.certificates) await noteSigningCertificate(trx, certificate, seal.trial);
    await insertPaper(trx, {
      serial,
      code,
      kind,
      templateVersion: read.template.version,
      communeCode: read.communeCode,
      office: read.office,
      partyIds: read.partyIds,
      holdersLeftOut: leftOut,
      sha256,
      trialSignature: seal.trial,
      issuedBy: actor.id,
      requestKey: key,
      asked,
      issuedAt,
      parcels: read.parcels,
    });
    const paper = await findPaper(trx, serial);
    if (!paper) throw new Error(`paper ${serial} cannot be read back`);
    await answering?.attach(trx, paper);
    await writeAudit(trx, {
      actor: actor.id,
      action: 'paper.issued',
      subjectKind: 'paper',
      subjectId: serial,
      body: {
        kind,
        parcels: read.parcels.map(({ parcelId }) => parcelId),
        versions: read.parcels.map(({ version }) => version),
        sha256,
        trial: seal.trial,
        ...(answering ? { request: answering.requestId, holdersLeftOut: leftOut } : {}),
      },
    });
    return paper;
  });
}
