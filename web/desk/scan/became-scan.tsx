import { Link } from 'react-router';
import { scanTroubleText } from '../../../server/domain/document/scan-trouble.ts';
import type { DocumentSummary } from '../../api/document/documents.ts';
import { problemWords } from '../shell/problem-words.ts';
import { useWords } from '../shell/use-words.tsx';
import { DocumentMark, documentTitle } from './document-mark.tsx';
import { useDocumentsOfScan } from './use-documents.ts';

/** What a scanned file became: how far it is read, then its documents and the way to each. */
export default function BecameScan({ scanId }: { readonly scanId: string }) {
  const { w } = useWords();
  const found = useDocumentsOfScan(scanId);
  const documents = found.data?.items ?? [];
  if (found.error) return <p role="alert">{problemWords(found.error, w)}</p>;
  return (
    <ul className="became land-lines">
      {documents.length === 0 && <li role="status">{w('stage.queued')}</li>}
      {documents.map((document) => (
        <li key={document.id}>
          <Line document={document} />
        </li>
      ))}
    </ul>
  );
}

function Line({ document }: { readonly document: DocumentSummary }) {
  const { w, language } = useWords();
  const { id, status, pages, pagesRead, trouble } = document;
  if (status === 'reading') {
    return (
      <span role="status">{pages === 0 ? w('stage.queued') : w('scan.readSoFar', { n: pagesRead, total: pages })}</span>
    );
  }
  return (
    <>
      <DocumentMark of={document} /> ·{' '}
      {trouble === null ? (
        <Link to={`/desk/scans/${id}`}>{documentTitle(document, w)}</Link>
      ) : (
        scanTroubleText(trouble, language)
      )}
      {document.pagesRefused > 0 && trouble === null && ` · ${w('scan.pagesRefused', { n: document.pagesRefused })}`}
    </>
  );
}
