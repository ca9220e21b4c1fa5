import { formatMoment } from '../../domain/words/format-day.ts';
import { type Html, html } from '../../domain/words/html.ts';
import type { Language } from '../../domain/words/language.ts';
import { pageWords } from '../words.ts';

/** How fresh the data is, as a sentence with a machine-readable time in it. `moment`: ISO, null for an empty register. */
export function dataNote(moment: string | null, language: Language): Html {
  const words = pageWords(language);
  if (moment === null) return html`${words('data.empty')}`;
  const [before = '', after = ''] = words('data.asOf', { moment: '\0' }).split('\0');
  return html`${before}<time datetime="${moment}">${formatMoment(moment, language)}</time>${after}`;
}
