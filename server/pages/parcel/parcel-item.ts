import type { PortalParcel } from '../../domain/contract/portal/portal-parcels.ts';
import type { Ring } from '../../domain/drawing/boundary.ts';
import { formatArea } from '../../domain/words/format-number.ts';
import { type Html, html } from '../../domain/words/html.ts';
import { landUseWords } from '../../domain/words/land-use-words.ts';
import type { Language } from '../../domain/words/language.ts';
import { silhouette } from '../silhouette.ts';
import { unitName } from '../unit-name.ts';
import { pageWords } from '../words.ts';
import { parcelName } from './parcel-name.ts';

/** The registered area where there is one, else the computed one; it says which. */
function areaText({ areaM2, legalAreaM2 }: PortalParcel, language: Language): string | undefined {
  const words = pageWords(language);
  const legal = typeof legalAreaM2 === 'number';
  const area = legal ? legalAreaM2 : areaM2;
  return area === undefined
    ? undefined
    : words(legal ? 'search.areaLegal' : 'search.areaComputed', { area: formatArea(area, language) });
}

/** One parcel in a list of answers: enough to tell it from its namesakes, with its shape where that is known. */
export function parcelItem(parcel: PortalParcel, language: Language, at?: string, rings?: readonly Ring[]): Html {
  const words = pageWords(language);
  const { id, commune, numberedIn, landUse, address, state } = parcel;
  const former = numberedIn && (numberedIn.validTo !== null || numberedIn.code !== commune?.code);
  const facts = [
    address && html`<bdi>${address}</bdi>`,
    areaText(parcel, language),
    landUse?.map((use) => landUseWords(use, language)).join('; '),
  ].filter(Boolean);
  const shape = silhouette(rings);
  return html`<li${shape && html` class="drawn"`}>${shape}<div><a href="/parcels/${id}${at ? `?at=${at}` : ''}">${[parcelName(parcel, words), commune?.name].filter(Boolean).join(', ')}</a>
${former && html`<p>${words('parcel.numberedIn')}: <b>${unitName(numberedIn, language)}</b></p>`}
<p class="quiet number">${facts.map((fact, i) => [i > 0 && ' · ', fact])}</p>
${state === 'historic' && html`<p class="state" data-state="historic">${words('parcel.historic')}</p>`}</div></li>
`;
}
