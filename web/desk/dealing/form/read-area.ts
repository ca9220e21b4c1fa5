/** Thousands by dots and a decimal comma; thousands by commas and a decimal dot; or no thousands and either. */
const FORMS: readonly (readonly [form: RegExp, thousands: string])[] = [
  [/^\d{1,3}(\.\d{3})+(,\d{1,2})?$/, '.'],
  [/^\d{1,3}(,\d{3})+(\.\d{1,2})?$/, ','],
  [/^\d+([.,]\d{1,2})?$/, ''],
];

/** An area in m² as it is typed here, to 0.01 m²: "2.400,5" and "2400.5" are one. Null is none. */
export function readArea(text: string): number | null {
  const typed = text.replaceAll(/\s|m²$/g, '');
  const form = FORMS.find(([shape]) => shape.test(typed));
  if (!form) return null;
  const [, thousands] = form;
  const number = Number((thousands === '' ? typed : typed.replaceAll(thousands, '')).replace(',', '.'));
  return number > 0 ? number : null;
}
