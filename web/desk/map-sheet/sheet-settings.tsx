import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { SHEET_SYSTEMS } from '../../../server/domain/map-sheet/map-sheet.ts';
import { TRANSFORMATIONS, type TransformationKind } from '../../../server/domain/map-sheet/transformation.ts';
import { systemName } from '../../../server/domain/words/system-name.ts';
import type { MapSheetDetail, MapSheetPlacing } from '../../api/document/map-sheets.ts';
import { useWords } from '../shell/use-words.tsx';

export type Settings = Omit<MapSheetPlacing, 'points'>;

interface Props {
  readonly settings: Settings;
  readonly tolerances: MapSheetDetail['tolerances'];
  readonly mayEdit: boolean;
  onChange(change: Partial<Settings>): void;
}

export const SHEET_NO = /^[0-9]{1,6}[A-Za-z]?$/;

/** What is said of a sheet as a whole: its number, scale and system, and how it is bent onto the land. */
export function SheetSettings({ settings, tolerances, mayEdit, onChange }: Props) {
  const { w, language } = useWords();
  const { srid, scale, sheetNo, method } = settings;
  const [typed, setTyped] = useState(sheetNo);
  const odd = typed !== '' && !SHEET_NO.test(typed);
  return (
    <div className="sheet-settings">
      <TextInput
        label={w('sheet.no')}
        value={typed}
        disabled={!mayEdit}
        maxLength={7}
        error={odd ? w('sheet.noOdd') : null}
        onChange={({ currentTarget }) => setTyped(currentTarget.value.trim())}
        onBlur={() => SHEET_NO.test(typed) && typed !== sheetNo && onChange({ sheetNo: typed })}
      />
      <NativeSelect
        label={w('sheet.scale')}
        value={String(scale)}
        disabled={!mayEdit}
        data={tolerances.map((one) => ({ value: String(one.scale), label: `1:${one.scale}` }))}
        onChange={({ currentTarget }) => onChange({ scale: Number(currentTarget.value) })}
      />
      <NativeSelect
        label={w('sheet.system')}
        value={String(srid)}
        disabled={!mayEdit}
        data={SHEET_SYSTEMS.map((one) => ({ value: String(one), label: `${systemName(one, language)} · EPSG:${one}` }))}
        onChange={({ currentTarget }) => onChange({ srid: Number(currentTarget.value) })}
      />
      <NativeSelect
        label={w('sheet.method')}
        value={method}
        disabled={!mayEdit}
        data={TRANSFORMATIONS.map((one) => ({ value: one, label: w(`sheet.method.${one}`) }))}
        onChange={({ currentTarget }) => onChange({ method: currentTarget.value as TransformationKind })}
      />
    </div>
  );
}
