import { Button, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { EDITABLE_FIELDS, REASON_LETTERS } from '../../../../server/domain/batch/correction.ts';
import type { Edit } from '../../../../server/domain/batch/edit.ts';
import type { BatchRecordDetail } from '../../../api/batch/batches.ts';
import { useWords } from '../../shell/use-words.tsx';
import { fieldName } from '../field-name.ts';
import { readReason } from '../read-reason.ts';
import { readEdit, type Typed, typedOf } from './edited-value.ts';
import { HoldersField } from './holders-field.tsx';
import { PurposesField, useLandUses } from './purposes-field.tsx';
import { isTyped, type TypedField } from './typed-field.ts';

interface Props {
  readonly record: BatchRecordDetail | null;
  /** Field it opens with. */
  readonly field: TypedField;
  onEdit(edit: Edit): void;
  onClose(): void;
}

/** An edit by hand of one field of a record, with its reason. The file's own text stays beside it for ever. */
export default function EditDialog({ record, field, onEdit, onClose }: Props) {
  const { w } = useWords();
  return (
    <Modal
      opened={record !== null}
      onClose={onClose}
      size="lg"
      title={record ? w('edit.title', { n: record.recordNo }) : ''}
      closeButtonProps={{ 'aria-label': w('notice.close') }}
    >
      {record && <EditForm record={record} field={field} onEdit={onEdit} onClose={onClose} />}
    </Modal>
  );
}

function EditForm({ record, field, onEdit, onClose }: Props & { readonly record: BatchRecordDetail }) {
  const { w, language } = useWords();
  const [typed, setTyped] = useState<Typed>(() => typedOf(record, field, language));
  const landUses = useLandUses();
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<'value' | 'reason' | null>(null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const said = readReason(reason);
    const edit = readEdit(typed, said ?? '', language);
    // What stands there now may be no code of the list: it is seen, and cannot be kept.
    const isListed = (code: string) => landUses.some((one) => one.code === code);
    if (!edit || (edit.field === 'purposes' && !edit.value.every(({ code }) => isListed(code))))
      return setWrong('value');
    if (said === null) return setWrong('reason');
    onEdit(edit);
  };
  const error = wrong === 'value' ? w('edit.wrong') : null;
  return (
    <form onSubmit={send} noValidate>
      <NativeSelect
        size="xs"
        label={w('edit.field')}
        value={typed.field}
        data={EDITABLE_FIELDS.filter(isTyped).map((name) => ({ value: name, label: fieldName(name, w) }))}
        onChange={(event) => {
          setTyped(typedOf(record, event.currentTarget.value as TypedField, language));
          setWrong(null);
        }}
      />
      {typed.field === 'purposes' && (
        <PurposesField value={typed.rows} error={error} onChange={(rows) => setTyped({ field: 'purposes', rows })} />
      )}
      {typed.field === 'holders' && (
        <HoldersField value={typed.rows} error={error} onChange={(rows) => setTyped({ field: 'holders', rows })} />
      )}
      {'text' in typed && (
        <TextInput
          label={w('edit.value')}
          description={w(`edit.hint.${typed.field}`)}
          value={typed.text}
          data-autofocus
          {...(error ? { error } : {})}
          onChange={(event) => setTyped({ field: typed.field, text: event.currentTarget.value })}
        />
      )}
      <Textarea
        label={w('reason.label')}
        value={reason}
        maxLength={REASON_LETTERS.most}
        {...(wrong === 'reason' ? { error: w('reason.missing') } : {})}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="dialog-buttons">
        <Button variant="default" onClick={onClose}>
          {w('dialog.cancel')}
        </Button>
        <Button type="submit">{w('edit.save')}</Button>
      </div>
    </form>
  );
}
