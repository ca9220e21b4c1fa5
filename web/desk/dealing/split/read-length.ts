/** A length in metres as it is typed, to 0.1 mm: "12,5" and "12.5" are one. Null is none. */
export function readLength(text: string): number | null {
  const typed = text.trim().replace(/\s*m$/, '');
  if (!/^\d{1,5}([.,]\d{1,4})?$/.test(typed)) return null;
  const metres = Number(typed.replace(',', '.'));
  return metres > 0 ? metres : null;
}
