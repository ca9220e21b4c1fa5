import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ARCHIVE_ROLES } from '../../../server/domain/document/document.ts';
import { type DocumentDetail, documentFilePath } from '../../api/document/documents.ts';
import { staffName } from '../shell/session/staff-name.ts';
import { useHasRole } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';
import { DocumentMark, documentTitle } from './document-mark.tsx';

/** Pages of one file that can be map sheets each; more are rather something else. */
const MOST_SHEETS = 4;

/** What a document is, where it is on its way, and the one thing to do. */
export function DocumentHead({
  document,
  children,
}: {
  readonly document: DocumentDetail;
  readonly children?: ReactNode;
}) {
  const { w } = useWords();
  const isArchivist = useHasRole(...ARCHIVE_ROLES);
  const { sourceName, commune, heldBy, mine, pages, pagesRefused } = document;
  const facts = [
    w('scan.pagesOf', { n: pages }),
    pagesRefused > 0 ? w('scan.pagesRefused', { n: pagesRefused }) : null,
    commune.name,
    sourceName,
  ];
  return (
    <header className="land-head scan-head">
      <div>
        <h1>{documentTitle(document, w)}</h1>
        <p className="land-under">
          <DocumentMark of={document} /> · {facts.filter(Boolean).join(' · ')}
          {heldBy && !mine && <strong> · {w('scan.heldBy', { who: staffName(heldBy, w) })}</strong>}
        </p>
      </div>
      <div className="scan-buttons">
        {pages > 0 && document.status !== 'reading' && (
          <a href={documentFilePath(document.id)} download>
            {w('scan.file')}
          </a>
        )}
        {document.kind === 'unknown' &&
          document.pageList
            .filter(({ page, width }) => page > 0 && width !== null)
            .slice(0, MOST_SHEETS)
            .map(({ page }) => (
              <Link key={page} to={`/desk/scans/${document.id}/pages/${page}/map`}>
                {w(pages > 1 ? 'sheet.openPage' : 'sheet.open', { n: page })}
              </Link>
            ))}
        {isArchivist && document.status === 'to_review' && (
          <Link to={`/desk/scans/file/${document.scanId}`}>{w('arrange.open')}</Link>
        )}
        {children}
      </div>
    </header>
  );
}
