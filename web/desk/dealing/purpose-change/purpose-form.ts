/** What is typed to change what a parcel is used for. Pure. */
import type { ParcelDetail } from '../../../api/parcels.ts';
import type { DealForm } from '../form/deal-form.ts';
import { readArea } from '../form/read-area.ts';
import { DAY, NO_DOCUMENT, said } from '../form/said.ts';
import { PurposeFieldset } from './purpose-fieldset.tsx';
import { NO_ROW, type PurposeFields, type PurposeRow, typedArea, wholeOf } from './purpose-rows.ts';

/** Purposes as they are registered; one purpose is all of the parcel. */
function rowsOf(parcel: ParcelDetail): PurposeRow[] {
  const now =
    parcel.purposes.length > 0
      ? parcel.purposes
      : parcel.landUse
          .split('+')
          .filter(Boolean)
          .map((code) => ({ code, areaM2: null, until: null }));
  const [first, ...more] = now;
  if (!first) return [NO_ROW];
  return [first, ...more].map(({ code, areaM2, until }) => ({
    code,
    area: areaM2 !== null ? typedArea(areaM2) : more.length === 0 ? typedArea(wholeOf(parcel)) : '',
    until: until ?? '',
  }));
}

export const PURPOSE_FORM: DealForm<PurposeFields> = {
  start: ({ parcel }) => ({ ...NO_DOCUMENT, rows: rowsOf(parcel) }),
  say: (fields) =>
    said(
      fields,
      [
        [fields.rows.every(({ code }) => code !== ''), 'form.purposeCode'],
        [fields.rows.every(({ area }) => readArea(area) !== null), 'form.purposeArea'],
        [fields.rows.every(({ until }) => until === '' || DAY.test(until)), 'form.purposeUntil'],
      ],
      () => ({
        purposes: fields.rows.map(({ code, area, until }) => ({
          code,
          areaM2: readArea(area),
          ...(until === '' ? {} : { until }),
        })),
      }),
    ),
  Fieldset: PurposeFieldset,
};
