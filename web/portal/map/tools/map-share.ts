import { element } from '../../../ui/element.ts';
import type { MapStage, MapTool } from '../map-stage.ts';
import { copyText } from './map-copy.ts';

/** The link to exactly this view: copied, or handed to another program where the device can. */
export function createShare({ words, say }: MapStage, link: () => string): MapTool {
  const field = element('input', { type: 'text', id: 'map-link', readonly: '', class: 'map-field' });
  const label = element('label', { for: field.id }, words('share.link'));
  const copy = element('button', { type: 'button' }, words('share.copy'));
  const done = element('p', { class: 'map-note', role: 'status' });
  const fill = () => {
    field.value = link();
    done.textContent = '';
  };
  copy.addEventListener('click', async () => {
    const copied = await copyText(field.value);
    if (!copied) field.select();
    done.textContent = words(copied ? 'share.copied' : 'share.notCopied');
  });
  const actions = element('div', { class: 'map-actions' }, copy);
  if (typeof navigator.share === 'function') {
    const send = element('button', { type: 'button' }, words('share.send'));
    send.addEventListener('click', () => {
      navigator.share({ title: document.title, url: field.value }).catch((error: unknown) => {
        // AbortError: the reader thought better of it.
        if (!(error instanceof DOMException && error.name === 'AbortError')) say(words('share.notCopied'));
      });
    });
    actions.append(send);
  }
  return {
    panel: element('div', {}, label, field, actions, done),
    opened: fill,
    hear(event) {
      if (event.kind === 'moved') fill();
      return false;
    },
  };
}
