/** Bytes of the CMS that stands in a signature's place, which is longer and filled up with zeros. */

const hexValue = (code: number): number => {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 0x20;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
};

/** Bytes of hexadecimal text; undefined where it is anything else. */
export function readHex(text: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 2 !== 0) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i += 1) {
    const [high, low] = [hexValue(text[2 * i]!), hexValue(text[2 * i + 1]!)];
    if (high < 0 || low < 0) return undefined;
    bytes[i] = high * 16 + low;
  }
  return bytes;
}

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The DER element that the bytes begin with, alone; undefined where more than zeros follows it, or it is cut off. */
export function firstElement(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  const first = bytes[1] ?? 0;
  let [length, head] = [first, 2];
  if (first & 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4) return undefined;
    length = 0;
    for (let i = 0; i < count; i += 1) length = length * 256 + (bytes[2 + i] ?? 0);
    head = 2 + count;
  }
  const end = head + length;
  if (bytes.length < 2 || end > bytes.length) return undefined;
  return bytes.subarray(end).every((byte) => byte === 0) ? bytes.slice(0, end) : undefined;
}
