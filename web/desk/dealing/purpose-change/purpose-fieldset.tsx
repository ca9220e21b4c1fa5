import { Button, NativeSelect, TextInput } from '@mantine/core';
import { EDIT_BOUNDS } from '../../../../server/domain/batch/correction.ts';
import { formatAreaColumn } from '../../../../server/domain/words/format-number.ts';
import { useLandUses } from '../../review/edit/purposes-field.tsx';
import { useWords } from '../../shell/use-words.tsx';
import type { FieldsetProps } from '../form/deal-form.ts';
import { DocumentFields } from '../form/document-fields.tsx';
import { readArea } from '../form/read-area.ts';
import { NO_ROW, type PurposeFields, type PurposeRow, sumOf, typedArea, wholeOf } from './purpose-rows.ts';

/** Purposes row by row, with their sum beside what it has to be. */
export function PurposeFieldset({ fields, parcel, change }: FieldsetProps<PurposeFields>) {
  const { w, language } = useWords();
  const codes = useLandUses();
  const { rows } = fields;
  const known = new Set(codes.map(({ code }) => code));
  const options = codes.map(({ code, labelVi, labelEn }) => ({
    value: code,
    label: `${code} – ${language === 'vi' ? labelVi : (labelEn ?? labelVi)}`,
  }));
  const set = (at: number, part: Partial<PurposeRow>) => change({ rows: rows.with(at, { ...rows[at]!, ...part }) });
  const [sum, whole] = [sumOf(rows), wholeOf(parcel)];
  const lacks = Math.round((whole - sum) * 100) / 100;
  return (
    <div className="land-fields">
      <fieldset>
        <legend>{w('form.purposes')}</legend>
        {rows.map(({ code, area, until }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a purpose is its place
          <div key={at} className="land-row">
            <NativeSelect
              size="xs"
              label={w('form.purposeOf', { n: at + 1 })}
              value={code}
              data={[
                { value: '', label: w('edit.choose') },
                // What stands in the register is shown even where the list in force has it no more.
                ...(code !== '' && !known.has(code) ? [{ value: code, label: code }] : []),
                ...options,
              ]}
              onChange={(event) => set(at, { code: event.currentTarget.value })}
            />
            <TextInput
              label={w('form.purposeAreaOf', { n: at + 1 })}
              inputMode="decimal"
              value={area}
              maxLength={20}
              error={area.trim() !== '' && readArea(area) === null ? w('form.areaOdd') : null}
              onChange={(event) => set(at, { area: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={w('form.purposeUntilOf', { n: at + 1 })}
              value={until}
              onChange={(event) => set(at, { until: event.currentTarget.value })}
            />
            {rows.length > 1 && (
              <Button variant="subtle" onClick={() => change({ rows: rows.toSpliced(at, 1) })}>
                {w('edit.removeRow', { n: at + 1 })}
              </Button>
            )}
          </div>
        ))}
        <p aria-live="polite" data-part="sum">
          {w('form.purposeSum', {
            sum: formatAreaColumn(sum, language),
            whole: formatAreaColumn(whole, language),
          })}
          {lacks !== 0 && ` · ${w('form.purposeLacks', { area: formatAreaColumn(lacks, language) })}`}
        </p>
        {rows.length < EDIT_BOUNDS.purposes && (
          <Button
            variant="default"
            onClick={() => change({ rows: [...rows, { ...NO_ROW, area: lacks > 0 ? typedArea(lacks) : '' }] })}
          >
            {w('edit.addPurpose')}
          </Button>
        )}
      </fieldset>
      <DocumentFields fields={fields} change={change} />
    </div>
  );
}
