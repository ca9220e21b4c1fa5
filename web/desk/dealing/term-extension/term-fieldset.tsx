import { TextInput } from '@mantine/core';
import { useWords } from '../../shell/use-words.tsx';
import type { FieldsetProps } from '../form/deal-form.ts';
import { DocumentFields } from '../form/document-fields.tsx';
import { RightSelect } from '../form/right-select.tsx';
import type { TermFields } from './term-form.ts';

/** The right whose term goes on, and its new last day. */
export function TermFieldset({ fields, rights, change }: FieldsetProps<TermFields>) {
  const { w } = useWords();
  return (
    <div className="land-fields">
      <RightSelect
        label={w('form.right')}
        rights={rights}
        value={fields.rightId}
        onChange={(rightId) => change({ rightId })}
      />
      <TextInput
        type="date"
        label={w('form.newUntil')}
        value={fields.until}
        required
        onChange={(event) => change({ until: event.currentTarget.value })}
      />
      <DocumentFields fields={fields} change={change} />
    </div>
  );
}
