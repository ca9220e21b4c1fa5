/** What a script adds to the pages of a business: a file beside the pasted table, and progress without reloading. */
import { CallFailed } from '../api/get-json.ts';
import { getLookup, mediaOfTable, sendTable } from '../api/lookups.ts';

const LOOK_EVERY_MS = 1_000;

/** Lets a file be chosen, and sends it; without one the form goes as it is. */
function enhanceForm(form: HTMLFormElement): void {
  const file = form.querySelector<HTMLInputElement>('#file');
  const field = form.querySelector<HTMLElement>('[data-file]');
  const status = form.querySelector<HTMLElement>('[data-lookup-status]');
  const button = form.querySelector<HTMLButtonElement>('button[type="submit"]');
  if (!file || !field || !status || !button) return;
  field.hidden = false;
  form.addEventListener('submit', async (event) => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    event.preventDefault();
    button.disabled = true;
    status.classList.remove('fault');
    status.textContent = form.dataset.sending ?? '';
    const text = (name: string) => String(new FormData(form).get(name) ?? '');
    try {
      const { lookupId } = await sendTable({
        bytes: chosen,
        media: mediaOfTable(chosen.name),
        name: (text('name') || chosen.name).slice(0, 120),
        purpose: '',
        key: text('key'),
      });
      location.assign(`/business/${lookupId}`);
    } catch (error) {
      button.disabled = false;
      status.classList.add('fault');
      const problem = error instanceof CallFailed ? error.problem : null;
      const row = problem?.errors?.[0]?.message;
      status.textContent = problem
        ? `${problem.title}. ${problem.detail}${row === undefined ? '' : ` (${row})`}`
        : (form.dataset.failed ?? '');
    }
  });
}

/** Follows a look-up that is under way; the page is asked for again once it has ended. */
function follow(panel: HTMLElement): void {
  const id = panel.dataset.lookup ?? '';
  const bar = panel.querySelector('progress');
  const text = panel.querySelector<HTMLElement>('[data-progress-text]');
  panel.querySelector<HTMLElement>('[data-reload]')?.parentElement?.setAttribute('hidden', '');
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const look = async (): Promise<void> => {
    try {
      const { state, done, rows } = await getLookup(id);
      if (state === 'done' || state === 'failed') return location.reload();
      if (bar) bar.value = done;
      // The sentence is the server's; the first number in it is what moves.
      if (text && bar) text.textContent = `${number.format(done)} / ${number.format(rows)}`;
    } catch (error) {
      // Signed out, or the look-up is gone: the page itself says so.
      if (error instanceof CallFailed && error.problem) return location.reload();
    }
    setTimeout(look, LOOK_EVERY_MS);
  };
  setTimeout(look, LOOK_EVERY_MS);
}

export function enhanceLookups(page: ParentNode): void {
  const form = page.querySelector<HTMLFormElement>('[data-lookup-form]');
  if (form) enhanceForm(form);
  const panel = page.querySelector<HTMLElement>('[data-lookup]');
  if (panel) follow(panel);
}
