import type { Language } from '../words/language.ts';
import type { TextEncoding } from './codec.ts';

const NAMES: Record<TextEncoding, string> = {
  utf8: 'Unicode UTF-8',
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI',
  cp1258: 'Windows-1258',
  viscii: 'VISCII',
};

/** What a table may turn out to be in: `ascii` where it holds plain letters only, so that any encoding would do. */
type FoundEncoding = TextEncoding | 'ascii';

/** What people call an encoding, on every screen and paper; null for a word that names none. */
export function encodingName(encoding: FoundEncoding, language: Language): string;
export function encodingName(encoding: string, language: Language): string | null;
export function encodingName(encoding: string, language: Language): string | null {
  if (encoding === 'ascii') return language === 'vi' ? 'chữ không dấu (ASCII)' : 'plain letters (ASCII)';
  return Object.hasOwn(NAMES, encoding) ? NAMES[encoding as TextEncoding] : null;
}
