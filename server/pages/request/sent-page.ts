import type { RequestReceipt } from '../../domain/contract/portal/portal-requests.ts';
import type { DeliveryWay } from '../../domain/request/paper-request.ts';
import { formatDay } from '../../domain/words/format-day.ts';
import { type Html, html } from '../../domain/words/html.ts';
import type { PageFrame } from '../frame/page-frame.ts';
import { pageWords } from '../words.ts';
import { feeText } from './start-page.ts';
import { stepPage } from './step-page.ts';

/** What the browser that sent a request keeps of it for a short time. */
export interface SentFacts extends Pick<RequestReceipt, 'reference' | 'code' | 'dueOn' | 'fee'> {
  readonly way: DeliveryWay;
  /** Whether messages were asked for. */
  readonly told: boolean;
  /** Whether the browser keeps what was asked, so that its form can be printed. */
  readonly form: boolean;
}

function receipt({ reference, code, dueOn, fee, way, told, form }: SentFacts, frame: PageFrame): Html {
  const { language } = frame;
  const words = pageWords(language);
  const amount =
    fee.amountVnd === null || fee.legalBasis === null ? null : { amountVnd: fee.amountVnd, legalBasis: fee.legalBasis };
  return html`<dl class="receipt">
<div><dt>${words('sent.reference')}</dt><dd><strong class="big">${reference}</strong></dd></div>
<div><dt>${words('sent.code')}</dt><dd><strong class="big" data-code>${code}</strong></dd></div>
</dl>
<p class="panel">${words('sent.codeNote')} ${words('sent.codeLost')}</p>
<h2>${words('sent.next')}</h2>
<ol>
<li>${words('sent.nextOffice', { day: formatDay(dueOn, language) })}</li>
<li>${words(told ? 'sent.nextTold' : 'sent.nextLook')}</li>
<li>${words(`sent.nextGet.${way}`)}</li>
</ol>
<h2>${words('request.fee')}</h2>
<p>${feeText(amount, language)}</p>
<p class="actions"><a class="action primary" href="/requests/follow?reference=${reference}">${words('sent.followNow')}</a>
${form && html`<a class="action" href="/requests/sent/form" target="_blank" rel="noopener">${words('sent.form')}</a>\n`}<button type="button" class="action" data-print hidden>${words('sent.print')}</button></p>
<form method="post" action="/requests/sent"><p class="actions"><button type="submit">${words('sent.forget')}</button></p></form>
`;
}

/** The receipt of a request: reference and code, what happens next and by when. Without them, where to go on. */
export function sentPage(frame: PageFrame, sent: SentFacts | undefined): Html {
  const words = pageWords(frame.language);
  const body = html`<h1>${words('sent.title')}</h1>
${
  sent
    ? receipt(sent, frame)
    : html`<p>${words('sent.over')}</p>
<p class="actions"><a class="action primary" href="/requests/follow">${words('request.follow')}</a></p>
`
}<p><a href="/requests">${words('sent.another')}</a></p>
`;
  return stepPage(frame, { title: words('sent.title'), back: null, body });
}
