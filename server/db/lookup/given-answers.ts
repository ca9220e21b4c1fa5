/** Answers to banks and notaries. Row-level security shows an account its own; what an answer says comes from one definer function. */
import type { Trx } from '../kit/transaction.ts';

export interface AnswerEntitlement {
  /** Name of the organisation. */
  readonly asker: string;
  readonly aDay: number;
}

/** By which an account may ask on a day; undefined where it may not. */
export async function findEntitlement(trx: Trx, account: string, day: string): Promise<AnswerEntitlement | undefined> {
  const { rows } = await trx.query<AnswerEntitlement>(
    `select name as asker, coalesce(answers_a_day, reference.setting_on('answers_a_day', $2::date)::int, 0) as "aDay"
     from reference.answer_entitlement where account = $1 and valid_from <= $2::date and (valid_to is null or $2::date < valid_to)
     order by valid_from desc limit 1`,
    [account, day],
  );
  return rows[0];
}

/** How often an account asked since an instant. Whoever asks for it at the same time waits until this transaction has ended. */
export async function countAnswers(trx: Trx, account: string, since: Date): Promise<number> {
  await trx.query(`select pg_advisory_xact_lock(hashtextextended('answers ' || $1, 0))`, [account]);
  const { rows } = await trx.query<{ n: number }>(
    'select count(*)::int as n from lookup.given_answer where account = $1 and asked_at >= $2',
    [account, since],
  );
  return rows[0]!.n;
}

export interface KeptAnswer {
  readonly answerId: string;
  /** Digest of what was asked. */
  readonly asked: Buffer;
  /** Null: nothing fitted. */
  readonly statement: string | null;
}

export async function findAnswerByKey(trx: Trx, account: string, key: string): Promise<KeptAnswer | undefined> {
  const { rows } = await trx.query<KeptAnswer>(
    `select answer_id as "answerId", asked, statement from lookup.given_answer where account = $1 and request_key = $2`,
    [account, key],
  );
  return rows[0];
}

export interface PairFacts {
  readonly current: boolean;
  readonly mortgage: boolean | null;
  readonly caveat: boolean | null;
  readonly pendingDealing: boolean | null;
  readonly parcelCode: string;
  readonly office: string | null;
}

/** What is so of a certificate and a parcel, noted for its holders; undefined where the two never belonged together. */
export async function askPair(
  trx: Trx,
  asked: {
    readonly serial: string;
    readonly parcelId: string;
    /** States in which a dealing is told of. */
    readonly lodged: readonly string[];
    readonly account: string;
    readonly answerId: string;
    readonly matterNo: string;
    readonly day: string;
  },
): Promise<PairFacts | undefined> {
  const { rows } = await trx.query<PairFacts>(
    `select is_current as current, is_mortgaged as mortgage, has_caveat as caveat, is_pending as "pendingDealing", parcel_code as "parcelCode", office
     from rights.answer_pair($1, $2, $3, $4, $5, $6, $7)`,
    [asked.serial, asked.parcelId, asked.lodged, asked.account, asked.answerId, asked.matterNo, asked.day],
  );
  return rows[0];
}

export interface NewAnswer extends KeptAnswer {
  readonly account: string;
  readonly asker: string;
  readonly key: string;
  readonly askedAt: Date;
  readonly parcelId: string | null;
  readonly matterNo: string | null;
}

export async function insertAnswer(trx: Trx, answer: NewAnswer): Promise<void> {
  await trx.query(
    `insert into lookup.given_answer (answer_id, account, asker, request_key, asked, asked_at, parcel_id, matter_no, statement)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      answer.answerId,
      answer.account,
      answer.asker,
      answer.key,
      answer.asked,
      answer.askedAt,
      answer.parcelId,
      answer.matterNo,
      answer.statement,
    ],
  );
}

/** What an account was answered, signed; the latest first. Questions that fitted nothing are not among them. */
export async function listStatements(trx: Trx, account: string, most: number): Promise<string[]> {
  const { rows } = await trx.query<{ statement: string }>(
    `select statement from lookup.given_answer where account = $1 and statement is not null order by asked_at desc, answer_id limit $2`,
    [account, most],
  );
  return rows.map(({ statement }) => statement);
}

export interface AnswerAbout {
  readonly answerId: string;
  readonly askedAt: Date;
  readonly asker: string;
  readonly matterNo: string;
  readonly statement: string;
  readonly parcelId: string;
  readonly code: string;
  readonly sheet: string;
  readonly no: string;
  readonly commune: string;
}

/** Answers about certificates of who holds an identity number, by its keyed hash. */
export async function listAnswersAbout(trx: Trx, hash: Buffer, most: number): Promise<AnswerAbout[]> {
  const { rows } = await trx.query<AnswerAbout>(
    `select answer_id as "answerId", asked_at as "askedAt", asker, matter_no as "matterNo", statement, parcel_id as "parcelId", parcel_code as code,
       sheet_no as sheet, parcel_no as no, commune_name as commune
     from lookup.answers_about($1, $2)`,
    [hash, most],
  );
  return rows;
}
