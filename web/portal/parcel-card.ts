import type { PortalParcelDetail } from '../../server/domain/contract/portal-parcels.ts';
import { areaText, type Language, type Words } from '../i18n/words.ts';
import { element } from '../ui/element.ts';

type Row = readonly [term: string, value: string | null | undefined];

function rows(list: readonly Row[]): HTMLElement {
  const known = list.filter(([, value]) => value !== null && value !== undefined);
  return element(
    'dl',
    {},
    ...known.flatMap(([term, value]) => [element('dt', {}, term), element('dd', { class: 'number' }, value ?? '')]),
  );
}

/** What a tile already knows, shown at once while the rest is being fetched. */
export interface KnownFromTile {
  readonly sheet: string;
  readonly no: string;
  readonly areaM2: number;
  readonly landUse: string;
}

/** The beginning of a card, from the tile. */
export function cardHead(parcel: KnownFromTile, words: Words, language: Language): HTMLElement[] {
  return [
    element('h2', {}, words('card.title', { sheet: parcel.sheet, no: parcel.no })),
    rows([
      [words('card.area'), areaText(parcel.areaM2, language)],
      [words('card.landUse'), parcel.landUse],
    ]),
  ];
}

/** The whole card: every area says which area it is, and there is never a person. What is not published is not there. */
export function cardBody(parcel: PortalParcelDetail, words: Words, language: Language): HTMLElement[] {
  const { landUse, numberedIn, commune, areaM2, legalAreaM2, sheet = '–', no = '–' } = parcel;
  const uses = landUse?.map((use) => `${language === 'vi' ? use.nameVi : use.nameEn} (${use.code})`);
  const elsewhere = numberedIn && (numberedIn.code !== commune?.code || numberedIn.validTo !== null);
  const area = (value: number | null | undefined) => (typeof value === 'number' ? areaText(value, language) : null);
  return [
    element('h2', {}, words('card.title', { sheet, no })),
    rows([
      [words('card.commune'), commune?.name],
      [words('card.numberedIn'), elsewhere ? numberedIn.name : null],
      [words('card.address'), parcel.address],
      [words('card.area'), area(areaM2)],
      [words('card.legalArea'), area(legalAreaM2)],
      [words('card.landUse'), uses?.join('; ')],
      [words('card.code'), parcel.code],
    ]),
    element('p', {}, words('card.noPerson')),
  ];
}
