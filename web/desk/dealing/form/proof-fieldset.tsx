import { TextInput } from '@mantine/core';
import { useWords } from '../../shell/use-words.tsx';
import type { DocumentTyped } from './said.ts';

interface Props {
  readonly fields: DocumentTyped;
  change(part: Partial<DocumentTyped>): void;
}

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** The paper that proves rights which only repeat a legacy record. */
export function ProofFieldset({ fields, change }: Props) {
  const { w } = useWords();
  return (
    <fieldset data-part="proof">
      <legend>{w('proof.legend')}</legend>
      <p className="quiet">{w('proof.why')}</p>
      <div className="land-row">
        <TextInput
          label={w('proof.no')}
          value={fields.documentNo}
          maxLength={100}
          onChange={(event) => change({ documentNo: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={w('proof.date')}
          value={fields.documentDate}
          max={today()}
          onChange={(event) => change({ documentDate: event.currentTarget.value })}
        />
        <TextInput
          label={w('proof.place')}
          value={fields.documentPlace}
          maxLength={200}
          onChange={(event) => change({ documentPlace: event.currentTarget.value })}
        />
      </div>
    </fieldset>
  );
}
