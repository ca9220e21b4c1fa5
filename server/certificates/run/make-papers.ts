import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { listParcelRows } from '../../db/parcel/parcels.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Paper } from '../../domain/contract/paper/papers.ts';
import type { PaperKind } from '../../domain/paper.ts';
import { Problem, type ProblemCode } from '../../domain/problem/problem.ts';
import { asStaff } from '../../registry/kit/as-staff.ts';
import { issuePaper, type PaperPress } from '../issue-paper.ts';

/** Papers of one kind for every parcel of a commune. The same name in the same commune is the same run, whenever it goes on. */
export interface PaperRun {
  readonly name: string;
  readonly communeCode: string;
  readonly kind: PaperKind;
  /** How long to wait, and how often, while a register or an authority is busy. */
  readonly patience: { readonly tries: number; readonly waitMs: number };
}

export interface RunParcel {
  readonly parcelId: string;
  readonly parcelCode: string;
  readonly sheet: string;
  readonly no: string;
}

/** A parcel of the run with its paper, or why it has none. */
export type RunItem = { readonly parcel: RunParcel } & (
  | { readonly paper: Paper; readonly leftOut: null }
  | { readonly paper: null; readonly leftOut: ProblemCode }
);

const PAGE = 200;
/** What passes: the next try may find it gone. */
const PASSING: readonly ProblemCode[] = ['service.busy', 'service.unavailable', 'paper.time_stamp_unavailable'];
/** What became of a parcel between being listed and being read. */
const GONE: readonly ProblemCode[] = ['paper.parcel_historic', 'parcel.not_found'];

/** One paper of a parcel in a run, however often it is asked for. */
const keyOf = ({ name, communeCode, kind }: PaperRun, parcelId: string): string =>
  createHash('sha256')
    .update(JSON.stringify([name, communeCode, kind, parcelId]))
    .digest('hex');

async function* listParcels({ pool }: PaperPress, actor: Actor, communeCode: string): AsyncGenerator<RunParcel> {
  let after: string | undefined;
  for (;;) {
    const filter = { communes: [communeCode], before: null, after };
    const rows = await asStaff(pool, actor, (trx) => listParcelRows(trx, filter, PAGE));
    for (const { id, code, sheet, no } of rows) yield { parcelId: id, parcelCode: code, sheet, no };
    after = rows.at(-1)?.id;
    if (rows.length < PAGE) return;
  }
}

async function makeOne(press: PaperPress, actor: Actor, run: PaperRun, parcel: RunParcel): Promise<RunItem> {
  for (let tried = 1; ; tried += 1) {
    try {
      const asked = { kind: run.kind, parcelIds: [parcel.parcelId] };
      return { parcel, paper: await issuePaper(press, actor, asked, keyOf(run, parcel.parcelId)), leftOut: null };
    } catch (error) {
      const code = error instanceof Problem ? error.code : undefined;
      if (code && GONE.includes(code)) return { parcel, paper: null, leftOut: code };
      if (!code || !PASSING.includes(code) || tried >= run.patience.tries) throw error;
      await pause(run.patience.waitMs);
    }
  }
}

/**
 * Makes the papers one after the other, parcel by parcel in the register's order. Ended at any moment it goes on where it was: a parcel
 * that has its paper in this run gets that one. Throws where something does not pass; nothing made is lost.
 */
export async function* makePapers(press: PaperPress, actor: Actor, run: PaperRun): AsyncGenerator<RunItem> {
  for await (const parcel of listParcels(press, actor, run.communeCode)) yield makeOne(press, actor, run, parcel);
}
