import type pg from 'pg';
import { logDocumentReading } from '../../db/audit/read-log.ts';
import { findSetting } from '../../db/dealing/settings.ts';
import { insertIdentityHashes, listFields, setField } from '../../db/document/fields.ts';
import {
  countSecondReadings,
  endSecondReading,
  findSecondReading,
  insertSecondFields,
  listSecondFields,
  type SecondFieldRow,
  settleSecondReading,
} from '../../db/document/second-readings.ts';
import { insertWords } from '../../db/document/words.ts';
import { actAs } from '../../db/kit/act-as.ts';
import type { Trx } from '../../db/kit/transaction.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DocumentSummary } from '../../domain/contract/document/documents.ts';
import type { SaidField, SecondReading, SecondReadingRate } from '../../domain/contract/document/second-readings.ts';
import { type FieldName, SEALED_FIELDS } from '../../domain/document/document.ts';
import { FIELD_FORMS, parseFieldValue } from '../../domain/document/field-value.ts';
import { saidAlike } from '../../domain/document/second-reading.ts';
import { Problem } from '../../domain/problem/problem.ts';
import type { Language } from '../../domain/words/language.ts';
import type { IdentityCipher } from '../store/identity-cipher.ts';
import { actOnDocument, readDocument } from './act-on-document.ts';
import type { ReadingCipher } from './reading-cipher.ts';
import { showFields } from './show-fields.ts';
import type { WordTokens } from './word-tokens.ts';

export interface ReadingTools {
  readonly reading: ReadingCipher;
  readonly identity: IdentityCipher;
  readonly tokens: WordTokens;
}

/** Opens what two readers said; of an identity number both lie sealed together. */
function opened({ reading }: ReadingTools, row: SecondFieldRow): SecondFieldRow {
  if (row.sealed === null) return row;
  return { ...row, ...(reading.open(row.sealed) as Pick<SecondFieldRow, 'first' | 'second'>) };
}

/** What was said, in the form in which it is kept. Throws where a value is none. */
function parsed(said: readonly SaidField[], language: Language): Map<FieldName, string | null> {
  const odd: { field: string; message: string }[] = [];
  const values = new Map<FieldName, string | null>();
  for (const { name, value } of said) {
    const kept = value === null ? null : parseFieldValue(name, value);
    if (value !== null && kept === null) odd.push({ field: name, message: FIELD_FORMS[name][language] });
    values.set(name, kept);
  }
  if (odd.length > 0) throw new Problem('document.value_unfit', { errors: odd });
  return values;
}

/** Throws unless exactly these fields were said. */
function requireAll(values: ReadonlyMap<FieldName, string | null>, names: readonly FieldName[]): void {
  const open = names.filter((name) => !values.has(name));
  if (open.length > 0 || values.size > names.length)
    throw new Problem('document.fields_open', { errors: open.map((field) => ({ field, message: 'is not said' })) });
}

/** People are looked up by the identity numbers of a paper once both readers, or who decided between them, said the same. */
async function keepNumbers(trx: Trx, { reading, identity }: ReadingTools, documentId: string): Promise<void> {
  const fields = await showFields(trx, reading, documentId);
  const numbers = fields.find(({ name }) => name === 'identityNumber')?.value?.split('; ') ?? [];
  await insertIdentityHashes(
    trx,
    documentId,
    numbers.map((digits) => identity.hash(digits)),
  );
}

/** A second reading as it is told: while it waits, where the fields stand and nothing of what the first reader said. */
export const getSecondReading = (
  pool: pg.Pool,
  actor: Actor,
  tools: ReadingTools,
  documentId: string,
): Promise<SecondReading> =>
  actAs(pool, actor, async (trx) => {
    await readDocument(trx, actor, documentId);
    const reading = await findSecondReading(trx, documentId);
    if (!reading) throw new Problem('document.not_found');
    await logDocumentReading(trx, { actor: actor.id, documentIds: [documentId], purpose: 'second reading' });
    const said = (await listSecondFields(trx, documentId)).map((row) => opened(tools, row));
    const fields = await showFields(trx, tools.reading, documentId);
    return {
      status: reading.status,
      fields: fields.map(({ name, page, box }) => {
        const both = said.find((one) => one.name === name);
        const told = both ? { first: both.first, second: both.second, agrees: both.agrees } : null;
        return { name, page, box, said: told };
      }),
    };
  });

/** What a second person read, without knowing what the first one said. Where both say the same it is done. Repeatable. */
export function readAgain(
  pool: pg.Pool,
  actor: Actor,
  tools: ReadingTools,
  { documentId, said, language }: { documentId: string; said: readonly SaidField[]; language: Language },
): Promise<DocumentSummary> {
  const values = parsed(said, language);
  return actOnDocument(pool, actor, documentId, async (trx) => {
    const reading = await findSecondReading(trx, documentId, true);
    if (!reading) throw new Problem('document.not_found');
    if (reading.firstReader === actor.id) throw new Problem('dealing.own');
    if (reading.status !== 'waiting' && reading.reader === actor.id) return null;
    if (reading.status !== 'waiting') throw new Problem('document.step_refused', { state: reading.status });
    const fields = await showFields(trx, tools.reading, documentId);
    requireAll(
      values,
      fields.map(({ name }) => name),
    );
    const rows = fields.map(({ name, value: first }) => {
      const second = values.get(name) ?? null;
      const agrees = saidAlike(name, first, second);
      return SEALED_FIELDS.includes(name)
        ? { name, first: null, second: null, sealed: tools.reading.seal({ first, second }), agrees }
        : { name, first, second, sealed: null, agrees };
    });
    const differ = rows.filter(({ agrees }) => !agrees).map(({ name }) => name);
    await insertSecondFields(trx, documentId, rows);
    await endSecondReading(trx, documentId, { status: differ.length === 0 ? 'agreed' : 'differs', by: actor.id });
    if (differ.length === 0) await keepNumbers(trx, tools, documentId);
    return { action: 'document.read_again', body: { fields: rows.length, differ } };
  });
}

/** Says what is right where two readers differ: somebody who is neither. What both said is kept. Repeatable by the same person. */
export function settleReadings(
  pool: pg.Pool,
  actor: Actor,
  tools: ReadingTools,
  { documentId, said, language }: { documentId: string; said: readonly SaidField[]; language: Language },
): Promise<DocumentSummary> {
  const values = parsed(said, language);
  return actOnDocument(pool, actor, documentId, async (trx) => {
    const reading = await findSecondReading(trx, documentId, true);
    if (!reading) throw new Problem('document.not_found');
    if ([reading.firstReader, reading.reader].includes(actor.id)) throw new Problem('dealing.own');
    if (reading.status === 'settled' && reading.decidedBy === actor.id) return null;
    if (reading.status !== 'differs') throw new Problem('document.step_refused', { state: reading.status });
    const differ = (await listSecondFields(trx, documentId)).filter(({ agrees }) => !agrees);
    requireAll(
      values,
      differ.map(({ name }) => name),
    );
    const rows = new Map((await listFields(trx, documentId)).map((row) => [row.name, row]));
    const changed: FieldName[] = [];
    for (const row of differ.map((one) => opened(tools, one))) {
      const value = values.get(row.name) ?? null;
      if (saidAlike(row.name, value, row.first)) continue;
      changed.push(row.name);
      const state = value === null ? 'absent' : 'confirmed';
      const sealed = rows.get(row.name)?.sealed ?? null;
      if (sealed === null) {
        await setField(trx, documentId, row.name, { value, sealed: null, state, by: actor.id });
        if (value !== null) await insertWords(trx, documentId, tools.tokens.of(value));
      } else {
        const { readings } = tools.reading.open(sealed) as { readings: unknown };
        const kept = tools.reading.seal({ value, readings });
        await setField(trx, documentId, row.name, { value: null, sealed: kept, state, by: actor.id });
      }
    }
    await settleSecondReading(trx, documentId, actor.id);
    await keepNumbers(trx, tools, documentId);
    return { action: 'document.readings_settled', body: { differed: differ.map(({ name }) => name), changed } };
  });
}

/** How often two readers of the sample agree, in the actor's communes. */
export const getSecondReadingRate = (pool: pg.Pool, actor: Actor): Promise<SecondReadingRate> =>
  actAs(pool, actor, async (trx) => ({
    ...(await countSecondReadings(trx)),
    oneOf: Math.floor((await findSetting(trx, 'second_reading_one_of')) ?? 0),
  }));
