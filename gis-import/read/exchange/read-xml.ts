/**
 * A stranger's XML as a run of elements, under limits: UTF-8, no document type (whose entities could grow without end), so deep and no deeper,
 * a text so long and no longer. XML 1.0, Namespaces in XML 1.0.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import sax from 'sax';
import { FileRefused } from '../../../server/domain/finding/finding.ts';

export interface XmlLimits {
  readonly bytes: number;
  /** Elements within each other. */
  readonly depth: number;
  /** Letters of one element. */
  readonly letters: number;
}

/** A parcel is some kilobytes, so these are some 100,000 of them; a boundary of 50,000 corners is 1.3 million letters. */
export const XML_LIMITS: XmlLimits = { bytes: 200 << 20, depth: 32, letters: 4_000_000 };

export interface XmlHandlers {
  /** `uri`: its namespace, '' without one. */
  open(local: string, uri: string): void;
  /** `text`: what stood in it where no element did. */
  close(text: string): void;
}

/** Reads to the end, or throws FileRefused (file.xml_damaged, file.too_large); errors of the handlers pass through. */
export async function readXml(path: string, handlers: XmlHandlers, limits: XmlLimits = XML_LIMITS): Promise<void> {
  const { size } = await stat(path);
  if (size > limits.bytes) throw new FileRefused('file.too_large', { bytes: size, limitBytes: limits.bytes });
  const parser = sax.parser(true, { xmlns: true, strictEntities: true, position: true });
  const refuse = (problem: string, cause?: unknown): never => {
    throw new FileRefused('file.xml_damaged', { problem, line: parser.line + 1 }, { cause });
  };
  // Its words may repeat words of the file: only that it failed, and where, is told.
  parser.onerror = (error) => refuse('form', error);
  parser.ondoctype = () => refuse('doctype');
  parser.onprocessinginstruction = ({ name, body }) => {
    const named = name === 'xml' ? /encoding\s*=\s*["']([^"']*)["']/.exec(body)?.[1] : undefined;
    if (named !== undefined && !/^utf-?8$/i.test(named)) refuse('encoding');
  };
  const texts: string[] = [];
  let letters = 0;
  const add = (text: string) => {
    letters += text.length;
    if (letters > limits.letters) refuse('letters');
    if (texts.length > 0) texts[texts.length - 1] += text;
  };
  parser.ontext = add;
  parser.oncdata = add;
  parser.onopentag = ({ local, uri }) => {
    if (texts.length >= limits.depth) refuse('depth');
    if (texts.length > 0) texts[texts.length - 1] = '';
    texts.push('');
    letters = 0;
    handlers.open(local, uri);
  };
  parser.onclosetag = () => {
    const text = texts.pop() ?? '';
    letters = 0;
    handlers.close(text.trim());
  };
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch (error) {
      return refuse('encoding', error);
    }
  };
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) parser.write(decode(chunk));
  parser.write(decode());
  parser.close();
}
