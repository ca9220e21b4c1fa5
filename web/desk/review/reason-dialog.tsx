import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { REASON_LETTERS } from '../../../server/domain/batch/correction.ts';
import { useWords } from '../shell/use-words.tsx';
import { readReason } from './read-reason.ts';

interface Props {
  /** What is about to be done; null: the dialog is closed. */
  readonly title: string | null;
  readonly text: string;
  readonly confirm: string;
  /** Whether something must be said. */
  readonly required: boolean;
  /** Whether no reason is asked for: only a yes. */
  readonly hidden?: boolean;
  /** Whether it cannot be undone by a click: then in the colour of refusal. */
  readonly grave?: boolean;
  onConfirm(reason: string): void;
  onClose(): void;
}

/** Asks for the reason of a step, in one line that stays with the batch. */
export function ReasonDialog({
  title,
  text,
  confirm,
  required,
  hidden = false,
  grave = false,
  onConfirm,
  onClose,
}: Props) {
  const { w } = useWords();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const said = !required && reason.trim() === '' ? '' : readReason(reason);
    if (said === null) {
      setMissing(true);
      return;
    }
    setReason('');
    setMissing(false);
    onConfirm(said);
  };
  return (
    <Modal
      opened={title !== null}
      onClose={onClose}
      title={title ?? ''}
      closeButtonProps={{ 'aria-label': w('notice.close') }}
    >
      <form onSubmit={send} noValidate>
        <p>{text}</p>
        {!hidden && (
          <Textarea
            label={w(required ? 'reason.label' : 'reason.optional')}
            value={reason}
            maxLength={REASON_LETTERS.most}
            autosize
            minRows={2}
            data-autofocus
            {...(missing ? { error: w('reason.missing') } : {})}
            onChange={(event) => setReason(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
            }}
          />
        )}
        <div className="dialog-buttons">
          <Button variant="default" onClick={onClose}>
            {w('dialog.cancel')}
          </Button>
          <Button
            type="submit"
            {...(hidden ? { 'data-autofocus': true } : {})}
            {...(grave ? { className: 'grave' } : {})}
          >
            {confirm}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
