import { Link } from 'react-router';
import type { DealingDetail } from '../../api/dealings.ts';
import { documentTitle } from '../scan/document-mark.tsx';
import { useWords } from '../shell/use-words.tsx';

interface Paper {
  readonly documentId: string;
  readonly parcelId: string;
}

const isPaper = (value: unknown): value is Paper =>
  typeof value === 'object' && value !== null && 'documentId' in value && 'parcelId' in value;

/** The papers of the archive that a dealing rests on, each with its parcel; none of other kinds. */
export function PapersOfDealing({ dealing }: { readonly dealing: DealingDetail }) {
  const { w } = useWords();
  const { kind, payload, targets, verdicts } = dealing;
  if (kind !== 'certificate_confirmation' || !Array.isArray(payload?.documents)) return null;
  const papers = payload.documents.filter(isPaper);
  return (
    <ul className="land-lines">
      {papers.map(({ documentId, parcelId }) => {
        const land = targets.find((target) => target.parcelId === parcelId);
        const serial = verdicts.map(({ facts }) => facts).find((facts) => facts.documentId === documentId)?.documentNo;
        return (
          <li key={`${documentId} ${parcelId}`}>
            <Link to={`/desk/scans/${documentId}`}>
              {typeof serial === 'string' ? w('scan.titled', { kind: w('scan.paper'), serial }) : w('scan.paper')}
            </Link>{' '}
            · {land && w('parcel.name', { no: land.no, sheet: land.sheet })}
          </li>
        );
      })}
    </ul>
  );
}

/** Papers of the archive that were named as what a dealing rests on. */
export function BasisOfDealing({ dealing: { basisDocuments } }: { readonly dealing: DealingDetail }) {
  const { w } = useWords();
  if (basisDocuments.length === 0) return null;
  return (
    <>
      <h3>{w('says.basis')}</h3>
      <ul className="land-lines" data-part="basis">
        {basisDocuments.map((document) => (
          <li key={document.documentId}>
            <Link to={`/desk/scans/${document.documentId}`}>{documentTitle(document, w)}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
