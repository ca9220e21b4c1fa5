import { useState } from 'react';
import { DOCUMENT_READERS } from '../../../server/domain/document/document.ts';
import { formatMoment } from '../../../server/domain/words/format-day.ts';
import type { DocumentSummary } from '../../api/document/documents.ts';
import { DocumentMark, documentTitle } from '../scan/document-mark.tsx';
import { PageViewer } from '../scan/page/page-viewer.tsx';
import { useDocuments } from '../scan/use-documents.ts';
import { ListState } from '../shell/list-state.tsx';
import { useHasRole } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';

/** The scanned papers that stand with a parcel, or wait to; each with its pages. */
export function DocumentsSection({ parcelId }: { readonly parcelId: string }) {
  const { w } = useWords();
  const may = useHasRole(...DOCUMENT_READERS);
  const [shown, setShown] = useState<DocumentSummary | null>(null);
  const looked = useDocuments({ parcelId, limit: 100 }, may);
  if (!may) return null;
  const items = looked.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="land-part" data-part="documents">
      <h2>{w('archive.title')}</h2>
      <ListState of={looked} empty={items.length === 0 ? w('archive.none') : null}>
        <ul className="land-lines land-papers">
          {items.map((document) => (
            <Line key={document.id} document={document} parcelId={parcelId} onOpen={() => setShown(document)} />
          ))}
        </ul>
      </ListState>
      <PageViewer document={shown} onClose={() => setShown(null)} />
    </section>
  );
}

interface LineProps {
  readonly document: DocumentSummary;
  readonly parcelId: string;
  onOpen(): void;
}

function Line({ document, parcelId, onOpen }: LineProps) {
  const { w, language } = useWords();
  const name = documentTitle(document, w);
  const links = document.links.filter((link) => link.parcelId === parcelId);
  return (
    <li data-document={document.id}>
      <div>
        <strong>{name}</strong> · <DocumentMark of={{ ...document, links }} />
      </div>
      <div>
        {w('scan.pagesOf', { n: document.pages })}
        {document.decidedAt && ` · ${w('archive.confirmedOn', { when: formatMoment(document.decidedAt, language) })}`}
      </div>
      <button type="button" className="land-small" aria-label={w('archive.openOf', { name })} onClick={onOpen}>
        {w('archive.open')}
      </button>
    </li>
  );
}
