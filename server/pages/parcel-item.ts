import type { PortalParcel } from '../domain/contract/portal-parcels.ts';
import { formatArea } from '../domain/format-number.ts';
import { type Html, html } from '../domain/html.ts';
import { landUseWords } from '../domain/land-use-words.ts';
import type { Language } from '../domain/language.ts';
import { parcelName } from './parcel-name.ts';
import { unitName } from './unit-name.ts';
import { pageWords } from './words.ts';

/** One parcel in a list of answers: enough to tell it from its namesakes. */
export function parcelItem(parcel: PortalParcel, language: Language, at?: string): Html {
  const words = pageWords(language);
  const { id, commune, numberedIn, areaM2, landUse, address, state } = parcel;
  const former = numberedIn && (numberedIn.validTo !== null || numberedIn.code !== commune?.code);
  const facts = [
    address && html`<bdi>${address}</bdi>`,
    areaM2 === undefined ? undefined : formatArea(areaM2, language),
    landUse?.map((use) => landUseWords(use, language)).join('; '),
  ].filter(Boolean);
  return html`<li><a href="/parcels/${id}${at ? `?at=${at}` : ''}">${[parcelName(parcel, words), commune?.name].filter(Boolean).join(', ')}</a>
${former && html`<p>${words('parcel.numberedIn')}: <b>${unitName(numberedIn, language)}</b></p>`}
<p class="quiet number">${facts.map((fact, i) => [i > 0 && ' · ', fact])}</p>
${state === 'historic' && html`<p class="state" data-state="historic">${words('parcel.historic')}</p>`}</li>
`;
}
