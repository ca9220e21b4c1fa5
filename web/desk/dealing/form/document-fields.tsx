import { TextInput } from '@mantine/core';
import { useWords } from '../../shell/use-words.tsx';
import type { DealFields } from './deal-fields.ts';

type Document = Pick<DealFields, 'documentNo' | 'documentDate' | 'documentPlace'>;

interface Props {
  readonly fields: Document;
  change(part: Partial<Document>): void;
}

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** The paper a dealing rests on. */
export function DocumentFields({ fields, change }: Props) {
  const { w } = useWords();
  return (
    <fieldset>
      <legend>{w('form.document')}</legend>
      <div className="land-row">
        <TextInput
          label={w('form.documentNo')}
          value={fields.documentNo}
          maxLength={100}
          required
          onChange={(event) => change({ documentNo: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={w('form.documentDate')}
          value={fields.documentDate}
          max={today()}
          required
          onChange={(event) => change({ documentDate: event.currentTarget.value })}
        />
        <TextInput
          label={w('form.documentPlace')}
          value={fields.documentPlace}
          maxLength={200}
          onChange={(event) => change({ documentPlace: event.currentTarget.value })}
        />
      </div>
    </fieldset>
  );
}
