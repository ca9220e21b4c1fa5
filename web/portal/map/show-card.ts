import type { PortalParcelDetail } from '../../../server/domain/contract/portal/portal-parcels.ts';
import { formatMoment } from '../../../server/domain/words/format-day.ts';
import { CallFailed } from '../../api/get-json.ts';
import { getParcel } from '../../api/portal.ts';
import type { Language, Words } from '../../i18n/words.ts';
import { element } from '../../ui/element.ts';
import { cardBody, cardHead, type KnownFromTile } from './parcel-card.ts';

export interface Card {
  /**
   * Shows a parcel: first what the tile knew, then what the register says, which is also the answer; null where another
   * was asked for meanwhile or the register did not answer.
   */
  show(parcel: (KnownFromTile & { readonly id: string }) | null, at: string | null): Promise<PortalParcelDetail | null>;
  /** Puts the card away without telling anybody. */
  hide(): void;
  readonly shown: () => boolean;
}

export interface CardActions {
  /** The reader puts it away (button or Escape). */
  close(): void;
  open(id: string): void;
  zoom(parcel: PortalParcelDetail): void;
}

/** A card beside the map, a sheet from below on a phone. */
export function createCard(host: HTMLElement, words: Words, language: Language, actions: CardActions): Card {
  // Not a live region: the name of the parcel is spoken, the rest is there to be read.
  const content = element('div', {});
  const close = element('button', { type: 'button' }, words('card.close'));
  const foot = element('div', { class: 'card-foot' }, close);
  const card = element('aside', { class: 'card', 'aria-label': words('card.region'), hidden: '' }, content, foot);
  host.append(card);
  let asked: AbortController | undefined;
  const hide = () => {
    asked?.abort();
    card.hidden = true;
  };
  close.addEventListener('click', () => {
    hide();
    actions.close();
  });
  /** What can be done from here; more once the register has answered. */
  const offer = (detail: PortalParcelDetail | null) => {
    if (!detail) return foot.replaceChildren(close);
    const zoom = element('button', { type: 'button' }, words('card.zoom'));
    zoom.addEventListener('click', () => actions.zoom(detail));
    const page = element('a', { class: 'card-page', href: `/parcels/${detail.id}` }, words('card.page'));
    foot.replaceChildren(page, ...(detail.geometry ? [zoom] : []), close);
  };
  return {
    hide,
    shown: () => !card.hidden,
    async show(parcel, at) {
      asked?.abort();
      const mine = new AbortController();
      asked = mine;
      card.hidden = false;
      card.scrollTop = 0;
      offer(null);
      if (!parcel) {
        content.replaceChildren(element('p', {}, words('card.nothing')));
        return null;
      }
      const head = cardHead(parcel, words, language);
      content.replaceChildren(...head, element('p', {}, words('card.loading')));
      try {
        const detail = await getParcel(parcel.id, at, mine.signal);
        const asOf = detail.dataAsOf && words('map.dataDate', { moment: formatMoment(detail.dataAsOf, language) });
        const date = asOf ? [element('p', { class: 'card-note' }, asOf)] : [];
        content.replaceChildren(...cardBody(detail, words, language, actions.open), ...date);
        offer(detail);
        return detail;
      } catch (error) {
        if (mine.signal.aborted) return null;
        if (!(error instanceof CallFailed)) throw error;
        const sentence = error.problem?.detail ?? words('call.network');
        content.replaceChildren(...head, element('p', { class: 'problem', role: 'alert' }, sentence));
        return null;
      }
    },
  };
}
