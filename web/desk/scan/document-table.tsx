import { Link } from 'react-router';
import { DOCUMENT_FINDINGS } from '../../../server/domain/document/document-finding.ts';
import { scanTroubleText } from '../../../server/domain/document/scan-trouble.ts';
import { formatMoment } from '../../../server/domain/words/format-day.ts';
import type { DocumentSummary } from '../../api/document/documents.ts';
import { staffName } from '../shell/session/staff-name.ts';
import { useWords } from '../shell/use-words.tsx';
import { DocumentMark, documentTitle } from './document-mark.tsx';
import type { ScanQueue } from './scan-queue.ts';

/** Papers that are chosen to be registered together. */
export interface Selection {
  readonly chosen: ReadonlySet<string>;
  /** Whether it can be chosen at all. */
  isFor(document: DocumentSummary): boolean;
  toggle(documents: readonly DocumentSummary[], to: boolean): void;
}

interface Props {
  readonly items: readonly DocumentSummary[];
  readonly queue: ScanQueue;
  /** Null where nothing is chosen in this queue, or not by this person. */
  readonly selection: Selection | null;
}

/** Documents of a queue. Nothing in it says who anybody is. */
export function DocumentTable({ items, queue, selection }: Props) {
  const { w } = useWords();
  const choosable = selection ? items.filter((item) => selection.isFor(item)) : [];
  const all = choosable.length > 0 && choosable.every(({ id }) => selection?.chosen.has(id));
  return (
    <div className="scans-table">
      <table className="land-table">
        <caption className="visually-hidden">{w(`scans.queue.${queue}`)}</caption>
        <thead>
          <tr>
            {selection && (
              <td className="scans-choose">
                <input
                  type="checkbox"
                  aria-label={w('together.chooseAll')}
                  disabled={choosable.length === 0}
                  checked={all}
                  onChange={(event) => selection.toggle(choosable, event.currentTarget.checked)}
                />
              </td>
            )}
            <th scope="col">{w('scans.document')}</th>
            <th scope="col">{w('scans.land')}</th>
            <th scope="col">{w('column.status')}</th>
            <th scope="col">{w(queue === 'rejected' ? 'scans.why' : 'scans.left')}</th>
            <th scope="col" className="land-figure">
              {w('scans.pages')}
            </th>
            <th scope="col">{w('column.commune')}</th>
            <th scope="col">{w('column.file')}</th>
            <th scope="col">{w('column.created')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((document) => (
            <Row key={document.id} document={document} selection={selection} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ document, selection }: { readonly document: DocumentSummary; readonly selection: Selection | null }) {
  const { w, language } = useWords();
  const { id, status, sheetNo, parcelNo, links, heldBy, mine } = document;
  const lands = links.length > 0 ? links.map(({ sheet, no }) => ({ sheet, no })) : [{ sheet: sheetNo, no: parcelNo }];
  return (
    <tr data-document={id}>
      {selection && (
        <td className="scans-choose">
          {selection.isFor(document) && (
            <input
              type="checkbox"
              aria-label={w('together.choose', { name: documentTitle(document, w) })}
              checked={selection.chosen.has(id)}
              onChange={(event) => selection.toggle([document], event.currentTarget.checked)}
            />
          )}
        </td>
      )}
      <th scope="row">
        <Link to={`/desk/scans/${id}`}>{documentTitle(document, w)}</Link>
      </th>
      <td>{lands.map(({ sheet, no }) => (sheet && no ? w('parcel.name', { no, sheet }) : '–')).join('; ')}</td>
      <td>
        <DocumentMark of={document} />
        {heldBy && (
          <small className="scans-held">
            {mine ? w('scan.heldByMe') : w('scan.heldBy', { who: staffName(heldBy, w) })}
          </small>
        )}
      </td>
      <td className="scans-left">
        <Left document={document} />
      </td>
      <td className="land-figure number">
        {status === 'reading' ? `${document.pagesRead}/${document.pages || '?'}` : document.pages}
        {document.pagesRefused > 0 && <small> {w('scan.pagesRefused', { n: document.pagesRefused })}</small>}
      </td>
      <td>{document.commune.name}</td>
      <td className="scans-file">{document.sourceName}</td>
      <td>{formatMoment(document.createdAt, language)}</td>
    </tr>
  );
}

/** What is still to be done with it, or why nothing came of it. */
function Left({ document }: { readonly document: DocumentSummary }) {
  const { w, language } = useWords();
  const { status, fieldsOpen, fieldsSure, findings, reason, trouble } = document;
  if (status === 'rejected') return <>{trouble === null ? reason : scanTroubleText(trouble, language)}</>;
  if (status !== 'to_review') return <>–</>;
  return (
    <>
      {w('scans.fieldsOpen', { n: fieldsOpen, sure: fieldsSure })}
      {findings.map((code) => (
        <small key={code} className="scans-finding">
          {DOCUMENT_FINDINGS[code][language]}
        </small>
      ))}
    </>
  );
}
