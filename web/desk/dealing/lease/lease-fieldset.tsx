import { TextInput } from '@mantine/core';
import { useWords } from '../../shell/use-words.tsx';
import type { FieldsetProps } from '../form/deal-form.ts';
import { DocumentFields } from '../form/document-fields.tsx';
import { PartyFieldset } from '../form/party-fieldset.tsx';
import { RightSelect } from '../form/right-select.tsx';
import type { LeaseFields } from './lease-form.ts';

/** The right that is leased, by whom, and until when. */
export function LeaseFieldset({ fields, rights, change }: FieldsetProps<LeaseFields>) {
  const { w } = useWords();
  return (
    <div className="land-fields">
      <RightSelect
        label={w('form.leased')}
        rights={rights}
        value={fields.rightId}
        onChange={(rightId) => change({ rightId })}
      />
      <PartyFieldset
        legend={w('form.lessee')}
        party={fields.lessee}
        share={null}
        change={(lessee) => change({ lessee })}
      />
      <TextInput
        type="date"
        label={w('form.leaseUntil')}
        value={fields.until}
        required
        onChange={(event) => change({ until: event.currentTarget.value })}
      />
      <DocumentFields fields={fields} change={change} />
    </div>
  );
}
