import type { PortalParcelDetail, RelatedParcel } from '../../../server/domain/contract/portal/portal-parcels.ts';
import { dayOf } from '../../../server/domain/legal-day.ts';
import { formatDay } from '../../../server/domain/words/format-day.ts';
import { formatArea } from '../../../server/domain/words/format-number.ts';
import { landUseWords } from '../../../server/domain/words/land-use-words.ts';
import type { Language, Words } from '../../i18n/words.ts';
import { element } from '../../ui/element.ts';

type Row = readonly [term: string, value: string | null | undefined];

function rows(list: readonly Row[]): HTMLElement {
  const known = list.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return element(
    'dl',
    {},
    ...known.flatMap(([term, value]) => [element('dt', {}, term), element('dd', { class: 'number' }, value ?? '')]),
  );
}

/** What a tile already knows, shown at once while the rest is being fetched. What is not published is not there. */
export interface KnownFromTile {
  readonly sheet?: string;
  readonly no?: string;
  readonly areaM2?: number;
  readonly landUse?: string;
}

/** How a parcel is called: by sheet and number where these are public. */
export function parcelName({ sheet, no }: Pick<KnownFromTile, 'sheet' | 'no'>, words: Words): string {
  return sheet === undefined || no === undefined ? words('card.titleUnknown') : words('card.title', { sheet, no });
}

const area = (value: number | null | undefined, language: Language) =>
  typeof value === 'number' ? formatArea(value, language, 1) : null;

/** The beginning of a card, from the tile. */
export function cardHead(parcel: KnownFromTile, words: Words, language: Language): HTMLElement[] {
  return [
    element('h2', { tabindex: '-1' }, parcelName(parcel, words)),
    rows([
      [words('card.area'), area(parcel.areaM2, language)],
      [words('card.landUse'), parcel.landUse],
    ]),
  ];
}

/** Parcels before or after this one, each a button that opens it. */
function relatives(title: string, list: readonly RelatedParcel[], words: Words, open: (id: string) => void) {
  const items = list.map((other) => {
    const button = element('button', { type: 'button', class: 'card-other' }, parcelName(other, words));
    button.addEventListener('click', () => open(other.id));
    return element('li', {}, button, other.commune ? ` ${other.commune.name}` : null);
  });
  return [element('p', { class: 'card-others' }, title), element('ul', {}, ...items)];
}

function history(parcel: PortalParcelDetail, words: Words, language: Language, open: (id: string) => void) {
  const { state, endedAt, successors = [], predecessors = [] } = parcel;
  const made: HTMLElement[] = [];
  if (state === 'historic') {
    const day = endedAt ? formatDay(dayOf(new Date(endedAt)), language) : null;
    const sentence = day === null ? words('card.retiredUndated') : words('card.retired', { day });
    made.push(element('p', { class: 'card-retired' }, sentence));
    if (successors.length > 0) made.push(...relatives(words('card.successors'), successors, words, open));
    else made.push(element('p', {}, words('card.noSuccessor')));
  }
  if (predecessors.length > 0) made.push(...relatives(words('card.predecessors'), predecessors, words, open));
  return made;
}

/** The whole card: every area says which area it is, and there is never a person. */
export function cardBody(
  parcel: PortalParcelDetail,
  words: Words,
  language: Language,
  open: (id: string) => void,
): HTMLElement[] {
  const { landUse, numberedIn, commune } = parcel;
  const uses = landUse?.map((use) => landUseWords(use, language));
  const elsewhere = numberedIn && (numberedIn.code !== commune?.code || numberedIn.validTo !== null);
  return [
    element('h2', { tabindex: '-1' }, parcelName(parcel, words)),
    ...history(parcel, words, language, open),
    rows([
      [words('card.commune'), commune?.name],
      [words('card.numberedIn'), elsewhere ? numberedIn.name : null],
      [words('card.address'), parcel.address],
      [words('card.area'), area(parcel.areaM2, language)],
      [words('card.legalArea'), area(parcel.legalAreaM2, language)],
      [words('card.landUse'), uses?.join('; ')],
      [words('card.code'), parcel.code],
    ]),
    element('p', { class: 'card-note' }, words('card.noPerson')),
  ];
}
