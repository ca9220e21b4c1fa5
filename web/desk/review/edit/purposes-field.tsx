import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { EDIT_BOUNDS } from '../../../../server/domain/batch/correction.ts';
import { listLandUses } from '../../../api/portal.ts';
import { guarded } from '../../shell/session/session-gate.ts';
import { useWords } from '../../shell/use-words.tsx';

/** A purpose as it is typed. */
export interface TypedPurpose {
  readonly code: string;
  readonly area: string;
}

interface Props {
  readonly value: readonly TypedPurpose[];
  readonly error: string | null;
  onChange(value: readonly TypedPurpose[]): void;
}

/** Codes of land use that are in force; groups are none. */
export function useLandUses() {
  const list = useQuery({
    queryKey: ['land-use'],
    queryFn: () => guarded(() => listLandUses(null)),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (list.data ?? []).filter(({ attributes }) => attributes.isGroup !== true);
}

/** Purposes of use: each code chosen from the list in force, with its area where it is known. */
export function PurposesField({ value, error, onChange }: Props) {
  const { w, language } = useWords();
  const codes = useLandUses();
  const known = new Set(codes.map(({ code }) => code));
  const options = codes.map(({ code, labelVi, labelEn }) => ({
    value: code,
    label: `${code} – ${language === 'vi' ? labelVi : (labelEn ?? labelVi)}`,
  }));
  const change = (at: number, to: Partial<TypedPurpose>) => onChange(value.with(at, { ...value[at]!, ...to }));
  /** What stands there now and is not in the list cannot be kept, only seen. */
  const none = (code: string) => (code && !known.has(code) ? w('edit.notInList', { code }) : w('edit.choose'));
  return (
    <fieldset className="field-rows">
      <legend>{w('field.purposes')}</legend>
      {value.map(({ code, area }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a purpose is its place
        <div className="field-row" key={at}>
          <NativeSelect
            size="xs"
            aria-label={w('edit.purpose', { n: at + 1 })}
            value={known.has(code) ? code : ''}
            data={[{ value: '', label: none(code) }, ...options]}
            onChange={(event) => change(at, { code: event.currentTarget.value })}
          />
          <TextInput
            size="xs"
            aria-label={w('edit.purposeArea', { n: at + 1 })}
            placeholder={w('edit.m2')}
            inputMode="decimal"
            value={area}
            onChange={(event) => change(at, { area: event.currentTarget.value })}
          />
          {value.length > 1 && (
            <Button variant="subtle" onClick={() => onChange(value.toSpliced(at, 1))}>
              {w('edit.removeRow', { n: at + 1 })}
            </Button>
          )}
        </div>
      ))}
      {value.length < EDIT_BOUNDS.purposes && (
        <Button variant="default" onClick={() => onChange([...value, { code: '', area: '' }])}>
          {w('edit.addPurpose')}
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
