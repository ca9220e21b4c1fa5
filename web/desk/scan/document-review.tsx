import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { FieldName } from '../../../server/domain/document/document.ts';
import { DOCUMENT_FINDINGS, type DocumentFindingCode } from '../../../server/domain/document/document-finding.ts';
import {
  confirmDocument,
  type DocumentDetail,
  type DocumentField,
  rejectDocument,
} from '../../api/document/documents.ts';
import { ReasonDialog } from '../review/reason-dialog.tsx';
import { useNotices } from '../shell/notices.tsx';
import { useWords } from '../shell/use-words.tsx';
import { Frame } from './document-frame.tsx';
import { FieldList } from './field-list.tsx';
import { chosenOf, isDecided, ParcelChoice, type ParcelsChosen } from './parcel-choice.tsx';
import { useDocumentStep } from './use-document-step.ts';
import { useReview } from './use-review.ts';

export interface DocumentProps {
  readonly document: DocumentDetail;
  readonly fields: readonly DocumentField[];
  readonly pages: ReactNode;
  readonly focused: FieldName | null;
  onFocus(name: FieldName): void;
}

/** What was found when the paper was read and may not be so any more is left to the list of parcels. */
const LASTING: readonly DocumentFindingCode[] = ['document.serial_elsewhere'];

/** The review of a document that is in my hands. */
export function DocumentReview({ document, fields, pages, focused, onFocus }: DocumentProps) {
  const { w, language } = useWords();
  const { id, candidates } = document;
  const tell = useNotices();
  const review = useReview(id);
  const { take, busy } = useDocumentStep(id);
  const [said, setSaid] = useState<ParcelsChosen | null>(null);
  const [rejecting, setRejecting] = useState(false);
  const [finishing, setFinishing] = useState(false);
  const finish = useRef<HTMLButtonElement>(null);
  const firstParcel = useRef<HTMLInputElement>(null);
  const chosen = chosenOf(said, candidates);
  const open = fields.filter(({ state }) => state === 'read').length;
  const toField = (name: FieldName) =>
    window.document.querySelector<HTMLElement>(`[data-field="${name}"] input`)?.focus();

  async function end(): Promise<void> {
    const left = review.open();
    const [waits] = left;
    if (waits) {
      tell({ text: w('scan.stillOpen', { n: left.length }), tone: 'trouble' });
      return toField(waits.name);
    }
    if (!isDecided(chosen, candidates)) {
      tell({ text: w('scan.chooseParcel'), tone: 'trouble' });
      return firstParcel.current?.focus();
    }
    setFinishing(true);
    try {
      await review.settled();
      const done = w(chosen.ids.length > 0 ? 'scan.done.lodged' : 'scan.done.alone');
      await take(() => confirmDocument(id, chosen.ids), done, 'review');
    } finally {
      setFinishing(false);
    }
  }
  const ending = useRef(end);
  ending.current = end;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 'Enter') return;
      if (window.document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      ending.current().catch(reportError);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const lasting = document.findings.filter((code) => LASTING.includes(code));
  const clock = review.savedAt?.toLocaleTimeString(language === 'vi' ? 'vi-VN' : 'en-GB', { timeStyle: 'short' });
  return (
    <Frame
      document={document}
      pages={pages}
      buttons={
        <>
          <Button variant="default" onClick={() => setRejecting(true)}>
            {w('scan.reject')}
          </Button>
          <Button
            ref={finish}
            className="primary"
            loading={busy || finishing}
            onClick={() => void end().catch(reportError)}
          >
            {w(chosen.ids.length > 0 ? 'scan.lodge' : 'scan.endAlone')}
          </Button>
        </>
      }
      foot={
        <>
          <span>{w('scan.keys')}</span>
          <span role="status">
            {[
              review.saving ? w('scan.saving') : clock && w('scan.saved', { at: clock }),
              w('scan.openFields', { n: open, total: fields.length }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </>
      }
    >
      {lasting.map((code) => (
        <p key={code} className="scan-note" data-tone="waiting">
          {DOCUMENT_FINDINGS[code][language]}
        </p>
      ))}
      <FieldList
        document={document}
        fields={fields}
        review={review}
        readOnly={false}
        focused={focused}
        onFocus={onFocus}
        onDone={() => (isDecided(chosen, candidates) ? finish.current : firstParcel.current)?.focus()}
      />
      <ParcelChoice candidates={candidates} chosen={chosen} first={firstParcel} onChoose={setSaid} />
      <ReasonDialog
        title={rejecting ? w('scan.rejectTitle') : null}
        text={w('scan.rejectText')}
        confirm={w('scan.reject')}
        required
        grave
        onClose={() => setRejecting(false)}
        onConfirm={(reason) => {
          setRejecting(false);
          void take(() => rejectDocument(id, reason), w('scan.done.rejected'), 'review').catch(reportError);
        }}
      />
    </Frame>
  );
}
