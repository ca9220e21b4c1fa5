/** Larger files are not read into memory for it; the server then has only TCP's word that the bytes are the same. */
const LARGEST = 256 * 1024 * 1024;

/** SHA-256 of a file in hexadecimal; null where it is too large, or where the browser has no cryptography (plain http). */
export async function digestOf(file: Blob): Promise<string | null> {
  if (file.size > LARGEST || !('subtle' in crypto)) return null;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
