import type { RelatedParcel } from '../../domain/contract/portal/portal-parcels.ts';
import { formatArea } from '../../domain/words/format-number.ts';
import { type Html, html } from '../../domain/words/html.ts';
import type { Language } from '../../domain/words/language.ts';
import { pageWords } from '../words.ts';
import { parcelName } from './parcel-name.ts';

type Related = Partial<RelatedParcel> & Pick<RelatedParcel, 'id'>;

/** Parcels that came out of another, or that it came out of. */
export function relatedList(parcels: readonly Related[], language: Language): Html {
  const words = pageWords(language);
  const more = ({ commune, areaM2 }: Related) =>
    [commune?.name, areaM2 === undefined ? undefined : formatArea(areaM2, language)].filter(Boolean).join(', ');
  return html`<ul class="parcels">
${parcels.map((parcel) => html`<li><a href="/parcels/${parcel.id}">${parcelName(parcel, words, 'short')}</a> <span class="quiet number">${more(parcel)}</span></li>\n`)}</ul>`;
}
