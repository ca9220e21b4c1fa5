import type { Language } from '../words/language.ts';
import type { TextEncoding } from './codec.ts';

const NAMES: Record<TextEncoding, string> = {
  utf8: 'Unicode UTF-8',
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI',
  cp1258: 'Windows-1258',
  viscii: 'VISCII',
};

/** What people call an encoding; null for a word that names none. `ascii`: letters without diacritics only. */
export function encodingName(encoding: string, language: Language): string | null {
  if (encoding === 'ascii') return language === 'vi' ? 'chữ không dấu (ASCII)' : 'plain letters (ASCII)';
  return Object.hasOwn(NAMES, encoding) ? NAMES[encoding as TextEncoding] : null;
}
