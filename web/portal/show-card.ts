import { CallFailed } from '../api/get-json.ts';
import { getParcel } from '../api/portal.ts';
import type { Language, Words } from '../i18n/words.ts';
import { element } from '../ui/element.ts';
import { cardBody, cardHead, type KnownFromTile } from './parcel-card.ts';

export interface Card {
  /** Shows a parcel: first what the tile knew, then what the register says. Null: nothing is registered there. */
  show(parcel: (KnownFromTile & { readonly id: string }) | null): Promise<void>;
}

/** A card beside the map. `onClose` is called when the reader puts it away (button or Escape). */
export function createCard(host: HTMLElement, words: Words, language: Language, onClose: () => void): Card {
  const content = element('div', { 'aria-live': 'polite' });
  const close = element('button', { type: 'button' }, words('card.close'));
  const card = element('aside', { class: 'card', hidden: '' }, content, element('div', { class: 'card-foot' }, close));
  host.append(card);
  let asked: AbortController | undefined;
  const putAway = () => {
    asked?.abort();
    card.hidden = true;
    onClose();
  };
  close.addEventListener('click', putAway);
  card.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') putAway();
  });
  return {
    async show(parcel) {
      asked?.abort();
      const mine = new AbortController();
      asked = mine;
      card.hidden = false;
      if (!parcel) return content.replaceChildren(element('p', {}, words('card.nothing')));
      const head = cardHead(parcel, words, language);
      content.replaceChildren(...head, element('p', {}, words('card.loading')));
      try {
        content.replaceChildren(...cardBody(await getParcel(parcel.id, mine.signal), words, language));
      } catch (error) {
        if (mine.signal.aborted) return;
        if (!(error instanceof CallFailed)) throw error;
        const sentence = error.problem?.detail ?? words('call.network');
        content.replaceChildren(...head, element('p', { class: 'problem', role: 'alert' }, sentence));
      }
    },
  };
}
