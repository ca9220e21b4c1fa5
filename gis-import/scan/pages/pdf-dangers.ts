/**
 * What a PDF carries beside pages. Pages are drawn without ever running anything, and nobody is given the file itself; a scan that holds
 * programs, actions that start something, attached files or a form of XFA is none, and is not opened at all.
 */
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream, PDFStream } from 'pdf-lib';

const DANGEROUS_KEYS = new Set(['JS', 'JavaScript', 'EmbeddedFile', 'EmbeddedFiles', 'XFA', 'RichMediaContent']);
const DANGEROUS_ACTIONS = new Set([
  'JavaScript',
  'Launch',
  'ImportData',
  'SubmitForm',
  'GoToE',
  'RichMediaExecute',
  'Rendition',
]);
/** Direct objects may be nested; deeper than this nobody writes them by accident. */
const DEEPEST = 60;

const nameOf = (object: PDFObject | undefined): string | null =>
  object instanceof PDFName ? object.decodeText() : null;

function isDangerous(object: PDFObject, depth: number): boolean {
  if (depth > DEEPEST) return true;
  if (object instanceof PDFArray) return object.asArray().some((part) => isDangerous(part, depth + 1));
  const dict = object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : null;
  if (!dict) return false;
  for (const [key, value] of dict.entries()) {
    const name = key.decodeText();
    if (DANGEROUS_KEYS.has(name)) return true;
    const said = nameOf(value);
    if (name === 'S' && said !== null && DANGEROUS_ACTIONS.has(said)) return true;
    if (name === 'Type' && said === 'EmbeddedFile') return true;
    if (isDangerous(value, depth + 1)) return true;
  }
  return false;
}

/** For what no parser of ours makes sense of: the names as they stand in the bytes. */
const IN_THE_BYTES = /\/(?:JS|JavaScript|Launch|EmbeddedFiles?|XFA)(?=[\s/<>()[\]{}%]|$)/;

/** Whether the file carries more than pages. `encrypted` is told apart: it has a way out of its own. */
export async function findPdfDangers(bytes: Uint8Array): Promise<'encrypted' | 'scripted' | null> {
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(bytes, {
      ignoreEncryption: true,
      updateMetadata: false,
      throwOnInvalidObject: false,
    });
  } catch (error) {
    // Damaged: the drawing library may still mend it, or says so itself.
    if (!(error instanceof Error)) throw error;
    return IN_THE_BYTES.test(Buffer.from(bytes).toString('latin1')) ? 'scripted' : null;
  }
  if (document.isEncrypted) return 'encrypted';
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (isDangerous(object instanceof PDFRawStream ? object.dict : object, 0)) return 'scripted';
  }
  return null;
}
