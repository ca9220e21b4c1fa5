import { NativeSelect, TextInput } from '@mantine/core';
import { formatDay } from '../../../../server/domain/words/format-day.ts';
import { useWords } from '../../shell/use-words.tsx';
import { DocumentFields } from '../form/document-fields.tsx';
import { readArea } from '../form/read-area.ts';
import type { Burden, Holder, MergeFields } from './say-merge.ts';

interface Props {
  readonly fields: MergeFields;
  /** Those whose shares an agreement says; empty where the same people hold all of it. */
  readonly holders: readonly Holder[];
  readonly burdens: readonly Burden[];
  /** The number that it gets where none is typed. */
  readonly proposed: string;
  change(part: Partial<MergeFields>): void;
}

/** What has to be said of a merger beside the parcels: what burdens it, who holds it, and what is given by hand. */
export function MergeFieldset({ fields, holders, burdens, proposed, change }: Props) {
  const { w, language } = useWords();
  const lone = holders.length === 1;
  return (
    <section className="land-part land-fields" data-part="fields">
      {burdens.length > 0 && (
        <fieldset>
          <legend>{w('merge.burdens')}</legend>
          {burdens.map(({ id, kind, name, documentNo, documentDate }) => (
            <label key={id} className="land-check">
              <input
                type="checkbox"
                checked={fields.carries.includes(id)}
                onChange={() =>
                  change({
                    carries: fields.carries.includes(id)
                      ? fields.carries.filter((one) => one !== id)
                      : [...fields.carries, id],
                  })
                }
              />{' '}
              {w(`merge.burden.${kind}`)}
              {name !== null && ` · ${name}`} ·{' '}
              {w('says.documentLine', { no: documentNo, day: formatDay(documentDate, language) })}
            </label>
          ))}
        </fieldset>
      )}
      {holders.length > 0 && !lone && (
        <fieldset>
          <legend>{w('merge.agreement')}</legend>
          {holders.map(({ partyId, name }, at) => {
            const sameAs = fields.sameAs[partyId] ?? '';
            return (
              <div key={partyId} className="land-row">
                <TextInput
                  label={w('merge.shareOf', { n: at + 1, name })}
                  placeholder="1/2"
                  value={sameAs === '' ? (fields.shares[partyId] ?? '') : ''}
                  disabled={sameAs !== ''}
                  maxLength={20}
                  onChange={(event) => change({ shares: { ...fields.shares, [partyId]: event.currentTarget.value } })}
                />
                <NativeSelect
                  size="xs"
                  label={w('merge.sameAs')}
                  value={sameAs}
                  data={[
                    { value: '', label: w('merge.ownEntry') },
                    ...holders.flatMap((other, i) =>
                      other.partyId === partyId || (fields.sameAs[other.partyId] ?? '') !== ''
                        ? []
                        : [{ value: other.partyId, label: `${i + 1}. ${other.name}` }],
                    ),
                  ]}
                  onChange={(event) => change({ sameAs: { ...fields.sameAs, [partyId]: event.currentTarget.value } })}
                />
              </div>
            );
          })}
          <DocumentFields fields={fields} change={change} />
        </fieldset>
      )}
      <div className="land-row">
        <TextInput
          label={w('merge.number')}
          placeholder={proposed}
          value={fields.number}
          maxLength={40}
          onChange={(event) => change({ number: event.currentTarget.value })}
        />
        <TextInput
          label={w('merge.legalArea')}
          value={fields.legalAreaM2}
          maxLength={20}
          error={fields.legalAreaM2.trim() !== '' && readArea(fields.legalAreaM2) === null ? w('form.areaOdd') : null}
          onChange={(event) => change({ legalAreaM2: event.currentTarget.value })}
        />
        <TextInput
          className="land-wide"
          label={w('merge.reason')}
          value={fields.reason}
          maxLength={500}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
      </div>
    </section>
  );
}
