import { NativeSelect } from '@mantine/core';
import { formatDay } from '../../../../server/domain/words/format-day.ts';
import { useWords } from '../../shell/use-words.tsx';
import type { FieldsetProps } from '../form/deal-form.ts';
import { DocumentFields } from '../form/document-fields.tsx';
import { PartyFieldset } from '../form/party-fieldset.tsx';
import type { MortgageFields } from './mortgage-form.ts';

/** The mortgage, the rights under it, its contract and its mortgagee, as they are from then on. */
export function MortgageFieldset({ fields, rights, change }: FieldsetProps<MortgageFields>) {
  const { w, language } = useWords();
  const toggle = (rightId: string) =>
    change({
      rightIds: fields.rightIds.includes(rightId)
        ? fields.rightIds.filter((id) => id !== rightId)
        : [...fields.rightIds, rightId],
    });
  return (
    <div className="land-fields">
      <NativeSelect
        size="xs"
        label={w('form.mortgageChanged')}
        value={fields.mortgageId}
        data={rights.mortgages.map(({ mortgageId, mortgagee, documentNo, documentDate }) => ({
          value: mortgageId,
          label: w('parcel.mortgageLine', { name: mortgagee, no: documentNo, day: formatDay(documentDate, language) }),
        }))}
        onChange={(event) => {
          const mortgageId = event.currentTarget.value;
          const rightIds = rights.mortgages.find((one) => one.mortgageId === mortgageId)?.rightIds ?? [];
          change({ mortgageId, rightIds });
        }}
      />
      <fieldset>
        <legend>{w('form.rightsAfter')}</legend>
        {rights.rights.map(({ rightId, holder, share }) => (
          <label key={rightId} className="land-check">
            <input type="checkbox" checked={fields.rightIds.includes(rightId)} onChange={() => toggle(rightId)} />{' '}
            {holder} · {share === '1' ? w('parcel.whole') : share}
          </label>
        ))}
      </fieldset>
      <label className="land-check">
        <input
          type="checkbox"
          checked={fields.otherMortgagee}
          onChange={(event) => change({ otherMortgagee: event.currentTarget.checked })}
        />{' '}
        {w('form.newMortgagee')}
      </label>
      {fields.otherMortgagee && (
        <PartyFieldset
          legend={w('form.mortgagee')}
          party={fields.mortgagee}
          share={null}
          change={(mortgagee) => change({ mortgagee })}
        />
      )}
      <label className="land-check">
        <input
          type="checkbox"
          checked={fields.replaces}
          onChange={(event) => change({ replaces: event.currentTarget.checked })}
        />{' '}
        {w('form.replacesContract')}
      </label>
      <DocumentFields fields={fields} change={change} />
    </div>
  );
}
