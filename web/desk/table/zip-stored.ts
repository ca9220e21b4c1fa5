/** A ZIP archive without compression (PKWARE APPNOTE 4.3): little-endian, names in UTF-8. */

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

/** CRC-32 of ISO 3309, as ZIP asks for. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Fields of two (s) or four (l) bytes, one after another. */
function header(form: string, ...values: readonly number[]): Uint8Array {
  const size = [...form].reduce((sum, kind) => sum + (kind === 's' ? 2 : 4), 0);
  const view = new DataView(new ArrayBuffer(size));
  let at = 0;
  [...form].forEach((kind, i) => {
    if (kind === 's') view.setUint16(at, values[i] ?? 0, true);
    else view.setUint32(at, values[i] ?? 0, true);
    at += kind === 's' ? 2 : 4;
  });
  return new Uint8Array(view.buffer);
}

/** 1 January 1980, the first day ZIP knows: the same content is the same bytes. */
const [TIME, DAY] = [0, 0x21];
const UTF8 = 0x0800;
const VERSION = 20;

/** The archive of some texts by name. */
export function zipStored(files: readonly (readonly [name: string, text: string])[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const [nameBytes, data] = [encoder.encode(name), encoder.encode(text)];
    const facts = [UTF8, 0, TIME, DAY, crc32(data), data.length, data.length, nameBytes.length, 0];
    const local = header('lssssslllss', 0x04034b50, VERSION, ...facts);
    parts.push(local, nameBytes, data);
    directory.push(header('lsssssslllsssssll', 0x02014b50, VERSION, VERSION, ...facts, 0, 0, 0, 0, offset), nameBytes);
    offset += local.length + nameBytes.length + data.length;
  }
  const directorySize = directory.reduce((sum, part) => sum + part.length, 0);
  const end = header('lsssslls', 0x06054b50, 0, 0, files.length, files.length, directorySize, offset, 0);
  const all = [...parts, ...directory, end];
  const archive = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of all) {
    archive.set(part, at);
    at += part.length;
  }
  return archive;
}
