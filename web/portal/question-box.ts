/** Suggestions under the question box, after the ARIA combobox pattern. The form works without. */
import Combobox from '@github/combobox-nav';
import { CallFailed } from '../api/get-json.ts';
import { type Suggestion, suggest } from '../api/suggest.ts';
import { type Language, wordsOf } from '../i18n/words.ts';
import { element } from '../ui/element.ts';

/** Long enough that a word typed at once is one question. */
const PAUSE_MS = 150;

export function enhanceQuestion(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type="search"]');
  const box = input?.parentElement;
  if (!input || !box) return;
  const language: Language = document.documentElement.lang === 'en' ? 'en' : 'vi';
  const words = wordsOf(language);
  const list = element('ul', { id: 'suggestions', class: 'suggestions', role: 'listbox', hidden: '' });
  list.setAttribute('aria-label', words('question.suggestions'));
  const spoken = element('p', { class: 'spoken', 'aria-live': 'polite' });
  box.append(list, spoken);
  const problem = element('p', { class: 'question-problem', role: 'alert' });
  form.append(problem);
  /** Offline the browser would put its own page in place of this one, and the question would be gone. */
  const reachable = () => {
    problem.textContent = navigator.onLine ? '' : words('call.network');
    return navigator.onLine;
  };
  addEventListener('online', () => void reachable());
  // Tab goes on to the button: only Enter or a press leads to another page.
  const combobox = new Combobox(input, list, { tabInsertsSuggestions: false });
  let asked: AbortController | undefined;
  let timer = 0;
  let open = false;

  const close = () => {
    if (open) combobox.stop();
    open = false;
    list.hidden = true;
    spoken.textContent = '';
  };
  /** No more suggestions for what was typed until now: neither those that are shown nor those on their way. */
  const stop = () => {
    clearTimeout(timer);
    asked?.abort();
    close();
  };
  const show = (items: readonly Suggestion[]) => {
    combobox.clearSelection();
    list.replaceChildren(
      ...items.map((item, i) =>
        element(
          'li',
          { id: `suggestion-${i}`, role: 'option', 'data-href': item.href },
          item.label,
          ...(item.detail ? [element('span', { class: 'detail' }, item.detail)] : []),
        ),
      ),
    );
    if (items.length === 0) return close();
    list.hidden = false;
    if (!open) combobox.start();
    open = true;
    spoken.textContent = words('question.count', { n: String(items.length) });
  };
  const ask = async () => {
    asked?.abort();
    const text = input.value.trim();
    if (text.length < 2) return close();
    const mine = new AbortController();
    asked = mine;
    try {
      show(await suggest(text, language, mine.signal));
    } catch (error) {
      // Suggestions are an extra: without an answer the question can still be sent.
      if (!mine.signal.aborted && !(error instanceof CallFailed)) throw error;
      if (!mine.signal.aborted) close();
    }
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask().catch(reportError), PAUSE_MS);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && open) {
      // First the list, then (by the browser) the text.
      event.preventDefault();
      stop();
    }
  });
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('combobox-commit', (event) => {
    const href = (event.target as HTMLElement).dataset.href;
    if (href && reachable()) location.assign(href);
  });
  input.addEventListener('blur', stop);
  form.addEventListener('submit', (event) => {
    stop();
    if (input.value.trim() !== '' && reachable()) return;
    event.preventDefault();
    input.focus();
  });
}
