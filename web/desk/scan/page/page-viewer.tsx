import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DocumentSummary } from '../../../api/document/documents.ts';
import { ListState } from '../../shell/list-state.tsx';
import { useWords } from '../../shell/use-words.tsx';
import { documentTitle } from '../document-mark.tsx';
import { PagePane } from './page-pane.tsx';
import { PageStrip } from './page-strip.tsx';
import '../scan.css';
import { useDocument } from '../use-documents.ts';
import { usePageKeys } from './use-page-keys.ts';
import { addTurn, type Turn } from './view-of-box.ts';

/** The pages of a document over whatever one was looking at. */
export function PageViewer({ document, onClose }: { readonly document: DocumentSummary | null; onClose(): void }) {
  const { w } = useWords();
  return (
    <Modal
      opened={document !== null}
      onClose={onClose}
      title={document ? documentTitle(document, w) : ''}
      closeButtonProps={{ 'aria-label': w('notice.close') }}
      size="95%"
      yOffset="2dvh"
      padding="sm"
    >
      {document && <Pages id={document.id} />}
    </Modal>
  );
}

function Pages({ id }: { readonly id: string }) {
  const { w } = useWords();
  const looked = useDocument(id);
  const [look, setLook] = useState<{ page: number; turn: Turn }>({ page: 1, turn: 0 });
  const pages = looked.data?.pageList ?? [];
  const last = pages.filter(({ page }) => page > 0).length;
  const leaf = (page: number) => setLook({ page: Math.min(last, Math.max(1, page)), turn: 0 });
  const turn = () => setLook({ ...look, turn: addTurn(look.turn, 90) });
  const leap = (to: 'first' | 'last') => leaf(to === 'first' ? 1 : last);
  usePageKeys({ turn, whole: () => leaf(look.page), leaf: (by) => leaf(look.page + by), leap }, 'dialog');
  return (
    <ListState of={looked} empty={last === 0 ? w('scan.noPage') : null}>
      <div>
        <div className="page-viewer">
          <PageStrip id={id} pages={pages} current={look.page} onChoose={leaf} />
          <div className="page-pane">
            <PagePane id={id} pages={pages} page={look.page} box={null} turn={look.turn} />
          </div>
        </div>
        <div className="page-viewer-bar">
          <Button variant="default" disabled={look.page <= 1} onClick={() => leaf(look.page - 1)}>
            {w('archive.previous')} <kbd>PgUp</kbd>
          </Button>
          <Button variant="default" disabled={look.page >= last} onClick={() => leaf(look.page + 1)}>
            {w('archive.next')} <kbd>PgDn</kbd>
          </Button>
          <Button variant="default" onClick={turn}>
            {w('archive.turn')} <kbd>F2</kbd>
          </Button>
          <span className="quiet">{w('archive.logged')}</span>
          <Link to={`/desk/scans/${id}`}>{w('archive.review')}</Link>
        </div>
      </div>
    </ListState>
  );
}
