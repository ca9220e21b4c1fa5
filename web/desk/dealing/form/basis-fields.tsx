import { DOCUMENT_READERS } from '../../../../server/domain/document/document.ts';
import { documentTitle } from '../../scan/document-mark.tsx';
import { useDocuments } from '../../scan/use-documents.ts';
import { useHasRole } from '../../shell/session/use-me.tsx';
import { useWords } from '../../shell/use-words.tsx';

interface Props {
  readonly parcelId: string;
  readonly chosen: readonly string[];
  change(chosen: readonly string[]): void;
}

/** The papers of the archive at a parcel, to say which of them a dealing rests on; nothing where it has none. */
export function BasisFields({ parcelId, chosen, change }: Props) {
  const { w } = useWords();
  const may = useHasRole(...DOCUMENT_READERS);
  const looked = useDocuments({ parcelId, limit: 50 }, may);
  const items = looked.data?.pages.flatMap((page) => page.items).filter(({ status }) => status !== 'rejected') ?? [];
  if (items.length === 0) return null;
  return (
    <fieldset data-part="basis">
      <legend>{w('form.basis')}</legend>
      {items.map((document) => (
        <label key={document.id} className="land-check">
          <input
            type="checkbox"
            checked={chosen.includes(document.id)}
            onChange={(event) => {
              const rest = chosen.filter((id) => id !== document.id);
              change(event.currentTarget.checked ? [...rest, document.id] : rest);
            }}
          />{' '}
          {documentTitle(document, w)} · {w('scan.pagesOf', { n: document.pages })}
        </label>
      ))}
    </fieldset>
  );
}

/** What is opened: the draft with the papers it rests on, where there are any. */
export const withBasis = <T extends object>(draft: T, basis: readonly string[]) =>
  basis.length > 0 ? { ...draft, basisDocumentIds: basis } : draft;
