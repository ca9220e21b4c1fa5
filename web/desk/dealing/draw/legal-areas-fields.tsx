import { Button, TextInput } from '@mantine/core';
import type { RaisedParcel } from '../../../api/dealings.ts';
import { useWords } from '../../shell/use-words.tsx';
import { readArea } from '../form/read-area.ts';
import { type AreasTyped, sharers } from './legal-areas.ts';

interface Props {
  readonly raises: readonly RaisedParcel[];
  /** Null while the areas are shared in proportion. */
  readonly typed: AreasTyped | null;
  change(typed: AreasTyped | null): void;
  /** Types over what was shared; left out while that is being worked out. */
  readonly onBegin: (() => void) | null;
}

/** Registered areas of the parts: in proportion by themselves, or typed with a reason. */
export function LegalAreasFields({ raises, typed, change, onBegin }: Props) {
  const { w } = useWords();
  if (typed === null)
    return (
      <Button variant="subtle" size="compact-sm" disabled={onBegin === null} onClick={() => onBegin?.()}>
        {w('areas.change')}
      </Button>
    );
  const put = (at: number, text: string) => change({ ...typed, areas: typed.areas.with(at, text) });
  return (
    <fieldset className="land-fields">
      <legend>{w('areas.title')}</legend>
      <p className="quiet">{w('areas.how')}</p>
      {sharers(raises).map(({ parcelId, no }, at) => (
        <TextInput
          key={parcelId}
          label={w('areas.of', { no })}
          value={typed.areas[at] ?? ''}
          inputMode="decimal"
          maxLength={20}
          error={readArea(typed.areas[at] ?? '') === null ? w('form.areaOdd') : null}
          onChange={(event) => put(at, event.currentTarget.value)}
        />
      ))}
      <TextInput
        label={w('areas.reason')}
        required
        value={typed.reason}
        maxLength={500}
        onChange={(event) => change({ ...typed, reason: event.currentTarget.value })}
      />
      <div>
        <Button variant="default" onClick={() => change(null)}>
          {w('areas.back')}
        </Button>
      </div>
    </fieldset>
  );
}
