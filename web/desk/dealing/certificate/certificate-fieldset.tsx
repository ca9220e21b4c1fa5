import { TextInput } from '@mantine/core';
import { CERTIFICATE_KIND_RULES, type CertificateKind } from '../../../../server/domain/dealing/certificate-kinds.ts';
import { useWords } from '../../shell/use-words.tsx';
import type { FieldsetProps } from '../form/deal-form.ts';
import { DocumentFields } from '../form/document-fields.tsx';
import type { CertificateFields } from './certificate-form.ts';
import { rightsFor } from './rights-for.ts';

/** The rights that the certificate shows, its blank, what was handed back, and the paper it rests on. */
export function CertificateFieldset({ kind, fields, rights, change }: FieldsetProps<CertificateFields>) {
  const { w } = useWords();
  const about = kind as CertificateKind;
  const { blank, returned } = CERTIFICATE_KIND_RULES[about];
  const offered = rightsFor(about, rights);
  return (
    <div className="land-fields">
      <fieldset>
        <legend>{w('form.certified')}</legend>
        {offered.map(({ rightId, holder, share, certificateSerial }) => (
          <label key={rightId} className="land-check">
            <input
              type="checkbox"
              checked={fields.rightIds.includes(rightId)}
              onChange={(event) => {
                const { checked } = event.currentTarget;
                change({
                  rightIds: offered
                    .map((right) => right.rightId)
                    .filter((id) => (id === rightId ? checked : fields.rightIds.includes(id))),
                });
              }}
            />{' '}
            {[holder, share === '1' ? w('parcel.whole') : share, certificateSerial].filter(Boolean).join(' · ')}
          </label>
        ))}
      </fieldset>
      {blank !== 'none' && (
        <TextInput
          label={w('form.blankSerial')}
          description={w(blank === 'allowed' ? 'form.blankIfPrinted' : 'form.blankGiven')}
          value={fields.blankSerial}
          maxLength={20}
          placeholder="AA 01234567"
          required={blank === 'needed'}
          onChange={(event) => change({ blankSerial: event.currentTarget.value })}
        />
      )}
      {returned && (
        <TextInput
          label={w('form.returnedSerial')}
          value={fields.returnedSerial}
          maxLength={60}
          onChange={(event) => change({ returnedSerial: event.currentTarget.value })}
        />
      )}
      <DocumentFields fields={fields} change={change} />
    </div>
  );
}
