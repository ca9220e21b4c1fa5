import { Button, NativeSelect, TextInput } from '@mantine/core';
import { EDIT_BOUNDS } from '../../../../server/domain/batch/correction.ts';
import { classifyHolder, HOLDER_KINDS, type HolderKind } from '../../../../server/domain/holder-kind.ts';
import { useWords } from '../../shell/use-words.tsx';

/** A holder as it is typed; `from`: which one of the record it was, with whose papers it stays. */
export interface TypedHolder {
  readonly name: string;
  readonly kind: HolderKind;
  readonly from: number | null;
}

interface Props {
  readonly value: readonly TypedHolder[];
  readonly error: string | null;
  onChange(value: readonly TypedHolder[]): void;
}

/** Who holds the land. Papers of a person stay with who had them, and are not typed here. */
export function HoldersField({ value, error, onChange }: Props) {
  const { w } = useWords();
  const change = (at: number, to: Partial<TypedHolder>) => onChange(value.with(at, { ...value[at]!, ...to }));
  return (
    <fieldset className="field-rows">
      <legend>{w('field.holders')}</legend>
      <p className="quiet">{w('edit.hint.holders')}</p>
      {value.map(({ name, kind }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a holder is its place
        <div className="field-row" key={at}>
          <TextInput
            size="xs"
            aria-label={w('edit.holderName', { n: at + 1 })}
            value={name}
            maxLength={EDIT_BOUNDS.holderName}
            onChange={(event) => {
              const next = event.currentTarget.value;
              // The words of a name say what it is, until somebody says otherwise.
              change(at, { name: next, ...(kind === classifyHolder(name) ? { kind: classifyHolder(next) } : {}) });
            }}
          />
          <NativeSelect
            size="xs"
            aria-label={w('edit.holderKind', { n: at + 1 })}
            value={kind}
            data={HOLDER_KINDS.map((one) => ({ value: one, label: w(`holder.${one}`) }))}
            onChange={(event) => change(at, { kind: event.currentTarget.value as HolderKind })}
          />
          <Button variant="subtle" onClick={() => onChange(value.toSpliced(at, 1))}>
            {w('edit.removeRow', { n: at + 1 })}
          </Button>
        </div>
      ))}
      {value.length < EDIT_BOUNDS.holders && (
        <Button variant="default" onClick={() => onChange([...value, { name: '', kind: 'unknown', from: null }])}>
          {w('edit.addHolder')}
        </Button>
      )}
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
