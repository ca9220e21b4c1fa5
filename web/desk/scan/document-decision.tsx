import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { ARCHIVE_ROLES } from '../../../server/domain/document/document.ts';
import {
  type DocumentLink,
  type DocumentSummary,
  proposeLinks,
  refuseLink,
  registerLink,
} from '../../api/document/documents.ts';
import { ReasonDialog } from '../review/reason-dialog.tsx';
import { staffName } from '../shell/session/staff-name.ts';
import { useHasRole, useOfficer } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';
import { Frame } from './document-frame.tsx';
import type { DocumentProps } from './document-review.tsx';
import { FieldList } from './field-list.tsx';
import { LinkLine } from './link-line.tsx';
import { chosenOf, ParcelChoice, type ParcelsChosen, ParcelWords } from './parcel-choice.tsx';
import { useDocumentStep } from './use-document-step.ts';
import { useReview } from './use-review.ts';

/** A document that is not mine to review: what it says, where it stands, and the decision of a second person where it waits for her. */
export function DocumentDecision({ document, fields, pages, focused, onFocus }: DocumentProps) {
  const { w } = useWords();
  const { me } = useOfficer();
  const { id, links, candidates, status } = document;
  const review = useReview(id);
  const { take, busy } = useDocumentStep(id);
  const [refusing, setRefusing] = useState<readonly DocumentLink[]>([]);
  const decide = useRef<HTMLButtonElement>(null);
  const waiting = links.filter(({ mayDecide }) => mayDecide);
  const own = links.filter((link) => link.status === 'proposed' && link.proposedBy.id === me.id);
  // Parcels that are decided on together are told one by one; what is done already is done.
  const each = async (some: readonly DocumentLink[], step: (parcelId: string) => Promise<DocumentSummary>) => {
    let last: DocumentSummary | undefined;
    for (const { parcelId } of some) last = await step(parcelId);
    if (!last) throw new Error('there is nothing to decide on');
    return last;
  };
  const register = () =>
    take(() => each(waiting, (parcel) => registerLink(id, parcel)), w('scan.done.registered'), 'second');
  const refuse = (reason: string) =>
    take(() => each(refusing, (parcel) => refuseLink(id, parcel, reason)), w('scan.done.refused'), 'second');
  const linked = new Set(links.map(({ parcelId }) => parcelId));
  // Confirmed without a parcel, or sent back: the register may know one by now.
  const isArchivist = useHasRole(...ARCHIVE_ROLES);
  const [said, setSaid] = useState<ParcelsChosen | null>(null);
  const firstParcel = useRef<HTMLInputElement>(null);
  const isAlone = status === 'confirmed' && links.every((link) => link.status === 'refused');
  const offered = isAlone && isArchivist ? candidates.filter(({ parcelId }) => !linked.has(parcelId)) : [];
  const chosen = chosenOf(said, offered);
  const propose = () => take(() => proposeLinks(id, chosen.ids), w('scan.done.proposed'), null);
  const others = status === 'to_review' ? candidates.filter(({ parcelId }) => !linked.has(parcelId)) : [];
  return (
    <Frame
      document={document}
      pages={pages}
      buttons={
        waiting.length > 0 && (
          <>
            <Button variant="default" disabled={busy} onClick={() => setRefusing(waiting)}>
              {w('scan.refuse')}
            </Button>
            <Button ref={decide} className="primary" loading={busy} onClick={() => void register().catch(reportError)}>
              {w('scan.register')}
            </Button>
          </>
        )
      }
    >
      {own.length > 0 && <p className="scan-note">{w('scan.ownProposal')}</p>}
      {links.length > 0 && (
        <section className="scan-links">
          <h2>{w('scan.linked')}</h2>
          <ul className="land-lines">
            {links.map((link) => (
              <LinkLine
                key={link.parcelId}
                link={link}
                parcel={candidates.find(({ parcelId }) => parcelId === link.parcelId)}
              />
            ))}
          </ul>
        </section>
      )}
      {status === 'confirmed' && links.length === 0 && <p className="scan-note">{w('scan.alone')}</p>}
      {offered.length > 0 && (
        <>
          <ParcelChoice candidates={offered} chosen={chosen} first={firstParcel} onChoose={setSaid} />
          <Button
            variant="default"
            loading={busy}
            disabled={chosen.ids.length === 0}
            onClick={() => void propose().catch(reportError)}
          >
            {w('scan.propose')}
          </Button>
        </>
      )}
      {status === 'rejected' && (
        <p className="scan-note">
          {w('scan.rejectedBecause', { reason: document.reason ?? '' })}{' '}
          {document.decidedBy && staffName(document.decidedBy, w)}
        </p>
      )}
      <FieldList
        document={document}
        fields={fields}
        review={review}
        readOnly
        focused={focused}
        onFocus={onFocus}
        onDone={() => decide.current?.focus()}
      />
      {others.length > 0 && (
        <ul className="land-lines">
          {others.map((parcel) => (
            <li key={parcel.parcelId}>
              <ParcelWords parcel={parcel} />
            </li>
          ))}
        </ul>
      )}
      <ReasonDialog
        title={refusing.length > 0 ? w('scan.refuseTitle') : null}
        text={w('scan.refuseText')}
        confirm={w('scan.refuse')}
        required
        grave
        onClose={() => setRefusing([])}
        onConfirm={(reason) => {
          setRefusing([]);
          void refuse(reason).catch(reportError);
        }}
      />
    </Frame>
  );
}
