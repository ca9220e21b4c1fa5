/** The script of every public page. The pages are whole without it; it adds suggestions, the print button and the map. */
import '../ui/fonts.ts';
import '../ui/theme.css';
import './page.css';
import './indicators.css';
import './lookups.css';
import './request.css';
import './sign-in.css';
import './check-file.css';
import { tellSession } from '../api/session.ts';
import { enhanceFileCheck } from './check-file.ts';
import { enhanceStatementCheck } from './check-statement.ts';
import { openWhenWanted } from './map/open-map.ts';
import { enhanceShare } from './page-share.ts';
import { enhanceQuestion } from './question-box.ts';

for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

/** What is folded on the screen is wanted on paper, and folded again afterwards. */
const opened: HTMLDetailsElement[] = [];
addEventListener('beforeprint', () => {
  for (const part of document.querySelectorAll<HTMLDetailsElement>('details.corners:not([open])')) {
    part.open = true;
    opened.push(part);
  }
});
addEventListener('afterprint', () => {
  for (const part of opened.splice(0)) part.open = false;
});

enhanceShare(document);
enhanceFileCheck(document);
enhanceStatementCheck(document);

// Of a business alone: the other pages do not carry it, and the form goes without it.
if (document.querySelector('[data-lookup-form], [data-lookup]'))
  void import('./business.ts').then(({ enhanceLookups }) => enhanceLookups(document)).catch(reportError);

// Desks that are open in other tabs show nothing any more, whatever becomes of this request.
document.querySelector('form[action="/auth/logout"]')?.addEventListener('submit', () => tellSession('signed-out'));

const question = document.querySelector<HTMLFormElement>('form.question[action="/search"]');
if (question) enhanceQuestion(question);

const map = document.getElementById('map');
if (map) openWhenWanted(map);
