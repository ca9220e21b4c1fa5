import { type Html, html } from '../../domain/words/html.ts';
import type { PageFrame } from '../frame/page-frame.ts';
import { pageWords } from '../words.ts';
import { textField } from './form-field.ts';
import { stepPage } from './step-page.ts';

/** Asks for the reference and the code of a request. A code that was wrong is not shown again. */
export function followPage(frame: PageFrame, { reference, wrong }: { reference: string; wrong: boolean }): Html {
  const words = pageWords(frame.language);
  const body = html`<h1>${words('follow.title')}</h1>
<form class="step" method="post" action="/requests/follow" novalidate>
${textField({ name: 'reference', label: words('follow.reference'), hint: words('follow.referenceHint'), value: reference, width: 18 })}${textField(
  {
    name: 'code',
    label: words('follow.code'),
    hint: words('follow.codeHint'),
    value: '',
    fault: wrong ? words('follow.wrong') : undefined,
    width: 22,
  },
)}<p class="actions"><button type="submit" class="primary">${words('follow.button')}</button></p>
</form>
${wrong && html`<p>${words('follow.wrongMore')}</p>\n`}`;
  return stepPage(frame, {
    title: words('follow.title'),
    description: words('follow.description'),
    back: '/requests',
    faults: wrong ? { code: words('follow.wrong') } : undefined,
    body,
  });
}
