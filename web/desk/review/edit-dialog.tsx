import { Button, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { EDITABLE_FIELDS, type Edit, type EditableField, REASON_LETTERS } from '../../../server/domain/correction.ts';
import type { BatchRecordDetail } from '../../api/batches.ts';
import { useWords } from '../shell/use-words.tsx';
import { readEdit, textOf } from './edited-value.ts';
import { fieldName } from './field-name.ts';
import { readReason } from './read-reason.ts';

interface Props {
  readonly record: BatchRecordDetail | null;
  onEdit(edit: Edit): void;
  onClose(): void;
}

/** An edit by hand of one field of a record, with its reason. The file's own text stays beside it for ever. */
export function EditDialog({ record, onEdit, onClose }: Props) {
  const { w } = useWords();
  return (
    <Modal
      opened={record !== null}
      onClose={onClose}
      title={record ? w('edit.title', { n: record.recordNo }) : ''}
      closeButtonProps={{ 'aria-label': w('notice.close') }}
    >
      {record && <EditForm record={record} onEdit={onEdit} onClose={onClose} />}
    </Modal>
  );
}

function EditForm({ record, onEdit, onClose }: Props & { readonly record: BatchRecordDetail }) {
  const { w, language } = useWords();
  const [field, setField] = useState<EditableField>('parcelNo');
  const [value, setValue] = useState(() => textOf(record, 'parcelNo', language));
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<'value' | 'reason' | null>(null);
  const choose = (next: EditableField) => {
    setField(next);
    setValue(textOf(record, next, language));
    setWrong(null);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const said = readReason(reason);
    const edit = readEdit(field, value, said ?? '', language);
    if (!edit) return setWrong('value');
    if (said === null) return setWrong('reason');
    onEdit(edit);
  };
  return (
    <form onSubmit={send} noValidate>
      <NativeSelect
        size="xs"
        label={w('edit.field')}
        value={field}
        data={EDITABLE_FIELDS.map((name) => ({ value: name, label: fieldName(name, w) }))}
        onChange={(event) => choose(event.currentTarget.value as EditableField)}
      />
      <TextInput
        label={w('edit.value')}
        description={w(`edit.hint.${field}`)}
        value={value}
        data-autofocus
        {...(wrong === 'value' ? { error: w('edit.wrong') } : {})}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
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
