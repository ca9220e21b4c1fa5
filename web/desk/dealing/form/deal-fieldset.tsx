import { Button, NativeSelect, TextInput } from '@mantine/core';
import {
  CAVEAT_EFFECTS,
  TRANSFER_CAUSES,
  type TransferCause,
} from '../../../../server/domain/dealing/payload/rights.ts';
import { formatDay } from '../../../../server/domain/words/format-day.ts';
import { useWords } from '../../shell/use-words.tsx';
import { type DealFields, emptyParty, givenShare, type PartyFields } from './deal-fields.ts';
import type { FieldsetProps } from './deal-form.ts';
import { DocumentFields } from './document-fields.tsx';
import { PartyFieldset } from './party-fieldset.tsx';
import { RightChoice } from './right-choice.tsx';

/** The fields that a dealing of a kind has, in the order in which a paper tells them. */
export function DealFieldset({ kind, fields, rights, change }: FieldsetProps<DealFields>) {
  const { w, language } = useWords();
  const { parties } = fields;
  const setParty = (at: number, party: PartyFields) =>
    change({ parties: parties.map((one, i) => (i === at ? party : one)) });
  return (
    <div className="land-fields">
      {kind === 'transfer' && (
        <>
          <NativeSelect
            size="xs"
            label={w('form.cause')}
            value={fields.cause}
            data={TRANSFER_CAUSES.map((cause) => ({ value: cause, label: w(`cause.${cause}`) }))}
            onChange={(event) => change({ cause: event.currentTarget.value as TransferCause })}
          />
          <RightChoice legend={w('form.from')} fields={fields} rights={rights} withShares change={change} />
          {parties.map((party, at) => (
            <PartyFieldset
              // biome-ignore lint/suspicious/noArrayIndexKey: a holder has no name of her own before she is entered
              key={at}
              legend={parties.length === 1 ? w('form.toOne') : w('form.to', { n: at + 1 })}
              party={party}
              share={parties.length === 1 ? givenShare(fields, rights) : ''}
              change={(next) => setParty(at, next)}
              {...(parties.length === 1
                ? {}
                : {
                    remove: {
                      label: w('form.removeTo', { n: at + 1 }),
                      run: () => change({ parties: parties.filter((_, i) => i !== at) }),
                    },
                  })}
            />
          ))}
          <p>
            <Button variant="default" onClick={() => change({ parties: [...parties, emptyParty()] })}>
              {w('form.addTo')}
            </Button>
          </p>
        </>
      )}
      {kind === 'mortgage_registration' && (
        <>
          <RightChoice legend={w('form.rights')} fields={fields} rights={rights} change={change} />
          <PartyFieldset
            legend={w('form.mortgagee')}
            party={parties[0] ?? emptyParty()}
            share={null}
            change={(next) => setParty(0, next)}
          />
        </>
      )}
      {kind === 'mortgage_release' && (
        <NativeSelect
          size="xs"
          label={w('form.mortgage')}
          value={fields.mortgageId}
          data={rights.mortgages.map(({ mortgageId, mortgagee, documentNo, documentDate }) => ({
            value: mortgageId,
            label: w('parcel.mortgageLine', {
              name: mortgagee,
              no: documentNo,
              day: formatDay(documentDate, language),
            }),
          }))}
          onChange={(event) => change({ mortgageId: event.currentTarget.value })}
        />
      )}
      {kind === 'caveat_placement' && (
        <>
          <fieldset>
            <legend>{w('form.effects')}</legend>
            {CAVEAT_EFFECTS.map((effect) => (
              <label key={effect} className="land-check">
                <input
                  type="checkbox"
                  checked={fields.effects.includes(effect)}
                  onChange={(event) =>
                    change({
                      effects: CAVEAT_EFFECTS.filter((one) =>
                        one === effect ? event.currentTarget.checked : fields.effects.includes(one),
                      ),
                    })
                  }
                />{' '}
                {w(`effect.${effect}`)}
              </label>
            ))}
          </fieldset>
          <TextInput
            type="date"
            label={w('form.until')}
            value={fields.until}
            onChange={(event) => change({ until: event.currentTarget.value })}
          />
        </>
      )}
      {kind === 'caveat_release' && (
        <NativeSelect
          size="xs"
          label={w('form.caveat')}
          value={fields.caveatId}
          data={rights.caveats.map(({ caveatId, effects, documentNo, documentDate }) => ({
            value: caveatId,
            label: w('parcel.caveatLine', {
              effects: effects.map((effect) => w(`effect.${effect}`)).join(', '),
              no: documentNo,
              day: formatDay(documentDate, language),
            }),
          }))}
          onChange={(event) => change({ caveatId: event.currentTarget.value })}
        />
      )}
      <DocumentFields fields={fields} change={change} />
    </div>
  );
}
