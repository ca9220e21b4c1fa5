import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { FieldName } from '../../../server/domain/document/document.ts';
import { FIELD_FORMS, parseFieldValue } from '../../../server/domain/document/field-value.ts';
import { type DocumentField, putDocumentField } from '../../api/document/documents.ts';
import { useNotices } from '../shell/notices.tsx';
import { problemWords } from '../shell/problem-words.ts';
import { guarded } from '../shell/session/session-gate.ts';
import { useWords } from '../shell/use-words.tsx';
import { asOnPaper } from './field-words.ts';
import { documentKey, fieldsKey } from './use-documents.ts';

type Texts = Readonly<Partial<Record<FieldName, string>>>;

/** Fields by which the parcels are looked for that the paper may mean. */
const LEADS: readonly FieldName[] = ['serial', 'sheetNo', 'parcelNo'];

export interface Review {
  /** What stands in the box of a field. */
  textOf(field: DocumentField): string;
  type(name: FieldName, text: string): void;
  /** Puts back what stands in the archive. */
  reset(name: FieldName): void;
  /** What is wrong with what was typed; null where nothing is. */
  troubleOf(name: FieldName): string | null;
  isChanged(field: DocumentField): boolean;
  /** Keeps what stands in the box. False where it is no such value, which is then said. */
  keep(field: DocumentField): boolean;
  /** Keeps that the paper does not say it. */
  keepAbsent(field: DocumentField): void;
  /** Fields that nobody has said anything of, as of this moment: a key may come before what the one before it did is drawn. */
  open(): readonly DocumentField[];
  /** Resolves once all that was said has been kept, or failed and was said to have. */
  settled(): Promise<void>;
  readonly saving: boolean;
  readonly savedAt: Date | null;
}

/** What a reviewer says of the fields of a document: each is kept at once, while she goes on to the next. */
export function useReview(documentId: string): Review {
  const { w, language } = useWords();
  const client = useQueryClient();
  const tell = useNotices();
  const [texts, showTexts] = useState<Texts>({});
  /** The same as it is now: a box that is left in the same breath in which it was kept is not kept twice. */
  const now = useRef<Texts>({});
  const setTexts = (change: (before: Texts) => Texts) => {
    now.current = change(now.current);
    showTexts(now.current);
  };
  const [troubles, setTroubles] = useState<Partial<Record<FieldName, string>>>({});
  const [saving, setSaving] = useState(0);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const pending = useRef(new Set<Promise<void>>());
  const unsaved = saving > 0 || Object.keys(texts).length > 0;
  useEffect(() => {
    if (!unsaved) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [unsaved]);

  const forget = (name: FieldName) => {
    setTexts(({ [name]: _, ...rest }) => rest);
    setTroubles(({ [name]: _, ...rest }) => rest);
  };
  const put = (field: DocumentField) =>
    client.setQueryData<{ items: DocumentField[] }>(fieldsKey(documentId), (known) =>
      known ? { items: known.items.map((one) => (one.name === field.name ? field : one)) } : known,
    );

  async function send(field: DocumentField, value: string | null, given: string): Promise<void> {
    const { name } = field;
    try {
      put(await guarded(() => putDocumentField(documentId, name, value)));
      setSavedAt(new Date());
      if (LEADS.includes(name)) await client.invalidateQueries({ queryKey: documentKey(documentId), exact: true });
    } catch (error) {
      put(field);
      if (value !== null) setTexts((all) => ({ ...all, [name]: given }));
      setTroubles((all) => ({ ...all, [name]: problemWords(error, w) }));
      const again = () => void start(field, value, given);
      const text = w('scan.notKept', { field: w(`scan.field.${name}`), why: problemWords(error, w) });
      tell({ text, tone: 'trouble', action: { label: w('trouble.retry'), run: again } });
      await client.invalidateQueries({ queryKey: documentKey(documentId), exact: true });
    } finally {
      setSaving((n) => n - 1);
    }
  }
  function start(field: DocumentField, value: string | null, given: string): void {
    // Shown as kept while it is on its way: who reviews goes on. What fails is put back, and said.
    put({ ...field, value, state: value === null ? 'absent' : 'confirmed' });
    forget(field.name);
    setSaving((n) => n + 1);
    // One after another: an older word on a field must not come after a newer one.
    const work = Promise.all(pending.current)
      .then(() => send(field, value, given))
      .catch(reportError)
      .finally(() => pending.current.delete(work));
    pending.current.add(work);
  }

  const textOf = (field: DocumentField) => now.current[field.name] ?? asOnPaper(field.name, field.value);
  return {
    textOf,
    type: (name, text) => {
      setTexts((all) => ({ ...all, [name]: text }));
      setTroubles(({ [name]: _, ...rest }) => rest);
    },
    reset: forget,
    troubleOf: (name) => troubles[name] ?? null,
    isChanged: ({ name, value }) => now.current[name] !== undefined && now.current[name] !== asOnPaper(name, value),
    keep(field) {
      const given = textOf(field);
      const value = parseFieldValue(field.name, given);
      if (value === null) {
        const form = FIELD_FORMS[field.name][language];
        setTroubles((all) => ({ ...all, [field.name]: w('scan.unfit', { form }) }));
        return false;
      }
      if (field.state === 'confirmed' && field.value === value) forget(field.name);
      else start(field, value, given);
      return true;
    },
    keepAbsent(field) {
      if (field.state === 'absent') forget(field.name);
      else start(field, null, '');
    },
    open: () =>
      (client.getQueryData<{ items: DocumentField[] }>(fieldsKey(documentId))?.items ?? []).filter(
        ({ state }) => state === 'read',
      ),
    async settled() {
      while (pending.current.size > 0) await Promise.all(pending.current);
    },
    saving: saving > 0,
    savedAt,
  };
}
