import type pg from 'pg';
import { setHold } from '../../db/document/documents.ts';
import { listFields, setField } from '../../db/document/fields.ts';
import { insertWords } from '../../db/document/words.ts';
import type { Actor } from '../../domain/actor.ts';
import { type FieldName, HOLD_MINUTES, SEALED_FIELDS } from '../../domain/document/document.ts';
import { FIELD_FORMS, parseFieldValue } from '../../domain/document/field-value.ts';
import type { DocumentField } from '../../domain/document/reading.ts';
import { Problem } from '../../domain/problem/problem.ts';
import type { Language } from '../../domain/words/language.ts';
import { actOnDocument, requireFree } from './act-on-document.ts';
import type { ReadingCipher } from './reading-cipher.ts';
import { showField } from './show-fields.ts';
import type { WordTokens } from './word-tokens.ts';

/** Says what a field is: the value a person saw on the paper, or null where the paper does not say it. Kept at once. */
export async function setDocumentField(
  pool: pg.Pool,
  actor: Actor,
  { cipher, tokens }: { readonly cipher: ReadingCipher; readonly tokens: WordTokens },
  {
    documentId,
    name,
    given,
    language,
  }: { documentId: string; name: FieldName; given: string | null; language: Language },
): Promise<DocumentField> {
  const value = given === null ? null : parseFieldValue(name, given);
  if (given !== null && value === null) {
    throw new Problem('document.value_unfit', { errors: [{ field: name, message: FIELD_FORMS[name][language] }] });
  }
  const kept: { field?: DocumentField } = {};
  await actOnDocument(pool, actor, documentId, async (trx, document) => {
    if (document.status !== 'to_review') throw new Problem('document.step_refused', { state: document.status });
    requireFree(document, actor);
    const row = (await listFields(trx, documentId)).find((field) => field.name === name);
    if (!row) throw new Problem('document.step_refused', { state: document.status });
    const before = showField(cipher, row);
    const isSealed = SEALED_FIELDS.includes(name);
    const sealed = isSealed ? cipher.seal({ value, readings: before.readings }) : null;
    const state = value === null ? 'absent' : 'confirmed';
    await setField(trx, documentId, name, { value: isSealed ? null : value, sealed, state, by: actor.id });
    // What a person says is found as what was read is.
    if (value !== null && !isSealed) await insertWords(trx, documentId, tokens.of(value));
    await setHold(trx, documentId, { by: actor.id, minutes: HOLD_MINUTES });
    kept.field = { ...before, value, state };
    const isSame = before.state === state && before.value === value;
    return isSame
      ? null
      : { action: 'document.field_confirmed', body: { field: name, state, changed: before.value !== value } };
  });
  if (!kept.field) throw new Error('a field was said and not kept');
  return kept.field;
}
