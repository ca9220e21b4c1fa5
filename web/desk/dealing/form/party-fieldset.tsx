import { Button, NativeSelect, TextInput } from '@mantine/core';
import { PARTY_KINDS, type PartyKind } from '../../../../server/domain/dealing/payload/parts.ts';
import { useWords } from '../../shell/use-words.tsx';
import type { PartyFields } from './deal-fields.ts';

interface Props {
  readonly legend: string;
  readonly party: PartyFields;
  /** What is received where nothing is typed; null: shares are not asked for. */
  readonly share: string | null;
  readonly remove?: { readonly label: string; readonly run: () => void };
  change(party: PartyFields): void;
}

/** Fields of a row stand on one line, whatever is said of them. */
const HINT_BELOW: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** Somebody who is entered with a dealing, with her papers. */
export function PartyFieldset({ legend, party, share, remove, change }: Props) {
  const { w } = useWords();
  const set = (part: Partial<PartyFields>) => change({ ...party, ...part });
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className="land-row">
        <TextInput
          className="land-wide"
          label={w('form.name')}
          value={party.name}
          maxLength={200}
          required
          autoComplete="off"
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          label={w('form.kind')}
          value={party.kind}
          data={PARTY_KINDS.map((kind) => ({ value: kind, label: w(`party.${kind}`) }))}
          onChange={(event) => set({ kind: event.currentTarget.value as PartyKind })}
        />
        <TextInput
          label={w('form.identity')}
          description={w('form.identityHint')}
          inputWrapperOrder={HINT_BELOW}
          value={party.identity}
          maxLength={20}
          autoComplete="off"
          onChange={(event) => set({ identity: event.currentTarget.value })}
        />
        {share !== null && (
          <TextInput
            label={w('form.share')}
            description={w('form.shareHint')}
            inputWrapperOrder={HINT_BELOW}
            placeholder={share}
            value={party.share}
            maxLength={20}
            onChange={(event) => set({ share: event.currentTarget.value })}
          />
        )}
        <TextInput
          className="land-wide"
          label={w('form.address')}
          value={party.address}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => set({ address: event.currentTarget.value })}
        />
      </div>
      {remove && (
        <Button variant="subtle" onClick={remove.run}>
          {remove.label}
        </Button>
      )}
    </fieldset>
  );
}
