import { useState } from 'react';
import { ARCHIVE_ROLES, type FieldName } from '../../../server/domain/document/document.ts';
import type { DocumentDetail, DocumentField } from '../../api/document/documents.ts';
import { ListState } from '../shell/list-state.tsx';
import { useHasRole } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';
import { DocumentDecision } from './document-decision.tsx';
import { Frame } from './document-frame.tsx';
import { DocumentReview } from './document-review.tsx';
import { PagePane } from './page/page-pane.tsx';
import { PageStrip } from './page/page-strip.tsx';
import { usePageKeys } from './page/use-page-keys.ts';
import { addTurn, type Box, type Turn } from './page/view-of-box.ts';
import { SecondDesk } from './second/second-desk.tsx';
import { useSecond } from './second/use-second.ts';
import './second/second.css';
import { useDocumentFields } from './use-documents.ts';
import { useHold } from './use-hold.ts';

interface Look {
  readonly page: number;
  readonly field: FieldName | null;
  /** Whether the whole page is to be seen, whatever field is in hand. */
  readonly whole: boolean;
  readonly turn: Turn;
}

/** Pages on the left, what they say on the right: for who reviews, who decides and who only looks. */
export function DocumentDesk({ document }: { readonly document: DocumentDetail }) {
  const { w } = useWords();
  const { id, status, pageList } = document;
  const mine = useHold(document, useHasRole(...ARCHIVE_ROLES));
  // Who reads it as the second sees nothing of what the first said.
  const second = document.mayRead || document.maySettle;
  const again = useSecond(id, second);
  const looked = useDocumentFields(id, !second && status !== 'reading' && document.trouble === null);
  const fields = looked.data?.items ?? again.data?.fields ?? [];
  const shown = pageList.filter(({ page }) => page > 0);
  const [look, setLook] = useState<Look>({ page: 1, field: null, whole: false, turn: 0 });
  const field = fields.find(({ name }) => name === look.field);
  const box = field?.box && field.page === look.page && !look.whole ? (field.box as Box) : null;
  const toPage = (page: number) =>
    setLook({ ...look, page: Math.min(shown.length, Math.max(1, page)), whole: true, turn: 0 });
  usePageKeys(
    {
      turn: () => setLook({ ...look, turn: addTurn(look.turn, 90) }),
      whole: () => setLook({ ...look, whole: !look.whole, page: look.whole ? (field?.page ?? look.page) : look.page }),
      leaf: (by) => toPage(look.page + by),
    },
    'screen',
  );
  const onFocus = (name: FieldName) => {
    const to: Pick<DocumentField, 'page'> | undefined = fields.find((one) => one.name === name);
    const page = to?.page ?? look.page;
    setLook({ page, field: name, whole: false, turn: page === look.page ? look.turn : 0 });
  };
  const pages = (
    <>
      <PageStrip id={id} pages={pageList} current={look.page} onChoose={toPage} />
      <div className="page-pane">
        <PagePane id={id} pages={pageList} page={look.page} box={box} turn={look.turn} />
      </div>
    </>
  );
  if (status === 'reading' || document.trouble !== null) {
    return (
      <Frame document={document} pages={pages}>
        <p className="scan-note" role="status">
          {status === 'reading'
            ? w('scan.readSoFar', { n: document.pagesRead, total: document.pages || '?' })
            : document.reason}
        </p>
        {status === 'reading' && <p className="scan-note quiet">{w('scan.readingNote')}</p>}
      </Frame>
    );
  }
  if (second) {
    return again.data ? (
      <SecondDesk document={document} reading={again.data} pages={pages} onFocus={onFocus} />
    ) : (
      <Frame document={document} pages={pages}>
        <ListState of={again} empty={null}>
          {null}
        </ListState>
      </Frame>
    );
  }
  if (!looked.data) {
    return (
      <Frame document={document} pages={pages}>
        <ListState of={looked} empty={null}>
          {null}
        </ListState>
      </Frame>
    );
  }
  const common = { document, fields: looked.data.items, pages, focused: look.field, onFocus };
  return mine ? <DocumentReview {...common} /> : <DocumentDecision {...common} />;
}
