import type { ReactNode } from 'react';
import type { DocumentDetail } from '../../api/document/documents.ts';
import { useWords } from '../shell/use-words.tsx';
import { DocumentHead } from './document-head.tsx';
import { ShelfPlaceLine } from './shelf-place-line.tsx';

interface FrameProps {
  readonly document: DocumentDetail;
  readonly pages: ReactNode;
  readonly buttons?: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** Head, pages, what they say, and the line of keys. */
export function Frame({ document, pages, buttons, foot, children }: FrameProps) {
  const { w } = useWords();
  return (
    <>
      <DocumentHead document={document}>{buttons}</DocumentHead>
      <div className="scan-body">
        {pages}
        <section className="scan-sheet" aria-label={w('pane.sheet')}>
          {children}
          {document.status !== 'reading' && <ShelfPlaceLine document={document} />}
        </section>
      </div>
      <footer className="land-foot scan-foot">{foot ?? <span>{w('scan.keysLook')}</span>}</footer>
    </>
  );
}
