import { copyText } from './map/tools/map-copy.ts';

/** Copying and sending the address of a page: buttons that the server made, and that a script alone can work. */
export function enhanceShare(page: ParentNode): void {
  const link = page.querySelector<HTMLAnchorElement>('[data-link]');
  const done = page.querySelector<HTMLElement>('[data-shared]');
  if (!link || !done) return;
  const copy = page.querySelector<HTMLElement>('[data-copy]');
  if (copy) {
    copy.hidden = false;
    copy.addEventListener('click', async () => {
      const copied = await copyText(link.href);
      if (!copied) getSelection()?.selectAllChildren(link);
      done.textContent = (copied ? copy.dataset.done : copy.dataset.failed) ?? '';
    });
  }
  const send = page.querySelector<HTMLElement>('[data-share]');
  if (send && typeof navigator.share === 'function') {
    send.hidden = false;
    send.addEventListener('click', () => {
      navigator.share({ title: document.title, url: link.href }).catch((error: unknown) => {
        // AbortError: the reader thought better of it.
        if (!(error instanceof DOMException && error.name === 'AbortError')) {
          done.textContent = copy?.dataset.failed ?? '';
        }
      });
    });
  }
}
