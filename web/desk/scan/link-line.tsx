import { Link } from 'react-router';
import { formatArea } from '../../../server/domain/words/format-number.ts';
import type { DocumentDetail, DocumentLink } from '../../api/document/documents.ts';
import { staffName } from '../shell/session/staff-name.ts';
import { useWords } from '../shell/use-words.tsx';

const MARKS = { proposed: ['◆', 'waiting'], registered: ['●', 'good'], refused: ['✕', 'bad'] } as const;

interface Props {
  readonly link: DocumentLink;
  /** The parcel as the register has it, where the fields lead to it. */
  readonly parcel: DocumentDetail['candidates'][number] | undefined;
}

/** A parcel that a document stands with, or would: who proposed it, who decided, and what the register says of it. */
export function LinkLine({ link, parcel }: Props) {
  const { w, language } = useWords();
  const { parcelId, sheet, no, status, proposedBy, decidedBy, reason } = link;
  const [shape, tone] = MARKS[status];
  const facts = parcel && [
    formatArea(parcel.areaM2, language, 1),
    parcel.landUse,
    parcel.serials.length > 0 ? w('scan.serials', { list: parcel.serials.join(', ') }) : null,
    parcel.address,
  ];
  return (
    <li data-link={status}>
      <Link to={`/desk/parcels/${parcelId}`}>{w('parcel.name', { no, sheet })}</Link> ·{' '}
      <span className="mark" data-tone={tone}>
        <span aria-hidden="true">{shape}</span> {w(`scan.link.${status}`)}
      </span>
      <small>
        {w('scan.proposedBy', { who: staffName(proposedBy, w) })}
        {decidedBy && ` · ${w('scan.decidedBy', { who: staffName(decidedBy, w) })}`}
      </small>
      {reason !== null && <small>{reason}</small>}
      {facts && <small>{w('scan.registerSays', { facts: facts.filter(Boolean).join(' · ') })}</small>}
    </li>
  );
}
