import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { REASON_LETTERS } from '../../../server/domain/batch/correction.ts';
import { useWords } from '../shell/use-words.tsx';
import { readReason } from './read-reason.ts';

export interface Survey {
  readonly no: string;
  /** Day, YYYY-MM-DD. */
  readonly date: string;
}

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

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
  /** Registered parcels that get a new boundary: the paper of the survey is asked for too. */
  readonly surveyed?: number;
  onConfirm(reason: string, survey: Survey | null): void;
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
  surveyed = 0,
  onConfirm,
  onClose,
}: Props) {
  const { w } = useWords();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [survey, setSurvey] = useState<Survey>({ no: '', date: '' });
  const [unnamed, setUnnamed] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const said = !required && reason.trim() === '' ? '' : readReason(reason);
    if (said === null) {
      setMissing(true);
      return;
    }
    const named = { no: survey.no.trim(), date: survey.date };
    if (surveyed > 0 && (named.no === '' || named.date === '' || named.date > today())) {
      setUnnamed(true);
      return;
    }
    setReason('');
    setMissing(false);
    setUnnamed(false);
    onConfirm(said, surveyed > 0 ? named : null);
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
        {surveyed > 0 && (
          <fieldset>
            <legend>{w('survey.legend')}</legend>
            <p>{w('survey.about', { n: surveyed })}</p>
            <div className="land-row">
              <TextInput
                label={w('form.documentNo')}
                value={survey.no}
                maxLength={100}
                required
                onChange={(event) => setSurvey({ ...survey, no: event.currentTarget.value })}
              />
              <TextInput
                type="date"
                label={w('form.documentDate')}
                value={survey.date}
                max={today()}
                required
                onChange={(event) => setSurvey({ ...survey, date: event.currentTarget.value })}
              />
            </div>
            {unnamed && (
              <p role="alert" className="field-error">
                {w('survey.missing')}
              </p>
            )}
          </fieldset>
        )}
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
