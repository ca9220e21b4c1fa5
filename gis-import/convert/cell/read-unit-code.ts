/**
 * The five-digit code of a unit, from what a table holds: `07210`, `7210` (a number column loses the zero), `7210.0`.
 * Null for an empty cell; text of any other form comes back as `code: null, given: true`.
 */
export function readUnitCode(text: string): { readonly code: string | null; readonly given: boolean } {
  const trimmed = text.trim();
  const match = /^(\d{1,5})(?:\.0*)?$/.exec(trimmed);
  return { code: match ? match[1]!.padStart(5, '0') : null, given: trimmed !== '' };
}
