import { NativeSelect, TextInput } from '@mantine/core';
import { useWords } from '../../shell/use-words.tsx';
import type { FieldsetProps } from '../form/deal-form.ts';
import { DocumentFields } from '../form/document-fields.tsx';
import type { HolderFields } from './holder-form.ts';

/** Whose details are corrected, and what they are from then on; what is left empty stays. */
export function HolderFieldset({ fields, rights, change }: FieldsetProps<HolderFields>) {
  const { w } = useWords();
  const holders = [...new Map(rights.rights.map(({ partyId, holder }) => [partyId, holder]))];
  const named = new Map(holders).get(fields.partyId) ?? '';
  return (
    <div className="land-fields">
      <NativeSelect
        size="xs"
        label={w('form.holder')}
        value={fields.partyId}
        data={holders.map(([value, label], at) => ({
          value,
          label: holders.length === 1 ? label : `${at + 1}. ${label}`,
        }))}
        onChange={(event) => change({ partyId: event.currentTarget.value })}
      />
      <fieldset>
        <legend>{w('form.newDetails')}</legend>
        <p className="quiet">{w('form.emptyStays')}</p>
        <div className="land-row">
          <TextInput
            className="land-wide"
            label={w('form.name')}
            placeholder={named}
            value={fields.name}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <TextInput
            label={w('form.identity')}
            description={w('form.identityHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={fields.identity}
            maxLength={20}
            autoComplete="off"
            onChange={(event) => change({ identity: event.currentTarget.value })}
          />
          <TextInput
            className="land-wide"
            label={w('form.address')}
            value={fields.address}
            maxLength={300}
            autoComplete="off"
            onChange={(event) => change({ address: event.currentTarget.value })}
          />
        </div>
      </fieldset>
      <DocumentFields fields={fields} change={change} />
    </div>
  );
}
