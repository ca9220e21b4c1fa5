import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ARCHIVE_ROLES } from '../../../server/domain/document/document.ts';
import { PLACE_PARTS, placeText, type ShelfPlace } from '../../../server/domain/document/shelf-place.ts';
import { type DocumentDetail, placeDocument } from '../../api/document/documents.ts';
import { useHasRole } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';
import { useDocumentStep } from './use-document-step.ts';

const NOWHERE: ShelfPlace = { store: '', row: '', shelf: '', box: '', number: '' };

/** Where the paper lies, said and moved by archivists. */
export function ShelfPlaceLine({ document }: { readonly document: DocumentDetail }) {
  const { w } = useWords();
  const { id, place } = document;
  const isArchivist = useHasRole(...ARCHIVE_ROLES);
  const { take, busy } = useDocumentStep(id);
  const [typed, setTyped] = useState<ShelfPlace | null>(null);
  const whole =
    place === null ? w('place.none') : PLACE_PARTS.map((name) => `${w(`place.${name}`)} ${place[name]}`).join(' · ');
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (typed === null || PLACE_PARTS.some((name) => typed[name].trim() === '')) return;
    await take(() => placeDocument(id, typed), w('place.saved', { place: placeText(typed) }), null);
    setTyped(null);
  }
  return (
    <section className="scan-place" aria-label={w('place.title')}>
      {typed === null ? (
        <p>
          {w('place.title')}: {whole}{' '}
          {isArchivist && (
            <button type="button" className="land-small" onClick={() => setTyped(place ?? NOWHERE)}>
              {w('place.edit')}
            </button>
          )}
        </p>
      ) : (
        <form
          onSubmit={(event) => void save(event).catch(reportError)}
          onKeyDown={(event) => event.key === 'Escape' && setTyped(null)}
        >
          {PLACE_PARTS.map((name) => (
            <label key={name}>
              {w(`place.${name}`)}
              <input
                required
                maxLength={name === 'store' ? 40 : 20}
                value={typed[name]}
                onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
              />
            </label>
          ))}
          <Button type="submit" size="compact-sm" variant="default" loading={busy}>
            {w('place.save')}
          </Button>
        </form>
      )}
    </section>
  );
}
