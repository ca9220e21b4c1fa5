/** Opaque page cursors: the key of the last row, so that a list stays right while rows come and go. */

/** Text as base64url of UTF-8; browser-safe, hence no Buffer. */
export function encodeCursor(key: readonly string[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify(key));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The parts of a cursor, or undefined for anything that {@link encodeCursor} did not make. */
export function decodeCursor(cursor: string): string[] | undefined {
  if (!/^[\w-]+$/.test(cursor)) return undefined;
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const key: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    // PostgreSQL text cannot hold NUL; such a cursor was never ours.
    const ours = Array.isArray(key) && key.every((part) => typeof part === 'string' && !part.includes('\0'));
    return ours ? key : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof DOMException) return undefined;
    throw error;
  }
}
