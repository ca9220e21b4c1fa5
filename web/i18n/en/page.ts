import type { WordKey } from '../vi/page.ts';
import { mapEn } from './map.ts';

/** English, complete: the compiler asks for a key that is missing. */
export const en: Record<WordKey, string> = {
  ...mapEn,
  'question.suggestions': 'Suggestions',
  'question.count': '{n} suggestions. Use the up and down arrows.',
  'call.network': 'The server cannot be reached. Check the connection and try again.',
};
