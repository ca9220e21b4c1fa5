import { findIdentityNumbers, type IdentityNumberMatch, maskDigits } from './find-identity-numbers.ts';

/**
 * Every text passes it before it is stored: reasons, notes, names of files, columns and coordinate systems, edits by
 * hand, cells of a table. Identity numbers keep dots and their last three digits, so that a reader sees that one stood
 * there; what has none comes back as it is.
 */
export function maskIdentityNumbers(
  text: string,
  found: readonly IdentityNumberMatch[] = findIdentityNumbers(text),
): string {
  let masked = '';
  let at = 0;
  for (const { start, end, digits } of found) {
    masked += text.slice(at, start) + maskDigits(digits);
    at = end;
  }
  return masked + text.slice(at);
}
