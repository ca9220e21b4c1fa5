import type { RequestAsked } from '../../domain/contract/portal/portal-requests.ts';
import type { RequestDraft, RequestQuestion } from '../../domain/request/request-draft.ts';
import { type Html, html } from '../../domain/words/html.ts';
import type { PageFrame } from '../frame/page-frame.ts';
import { type PageWordKey, pageWords } from '../words.ts';
import { feeText, type RequestTerms, whenText } from './start-page.ts';
import { stepPage } from './step-page.ts';

export interface AnswersFacts extends RequestTerms {
  readonly asked: RequestAsked;
  /** Name of the parcel; undefined where it is no longer current. */
  readonly parcel: string | undefined;
  readonly draft: RequestDraft;
  /** What keeps it from being sent. */
  readonly trouble?: 'undertaking' | 'gone' | 'tooMany' | undefined;
}

const TROUBLE: Record<NonNullable<AnswersFacts['trouble']>, readonly [field: string, key: PageWordKey]> = {
  undertaking: ['undertaking', 'answers.undertaking.missing'],
  gone: ['answers', 'answers.gone'],
  tooMany: ['answers', 'answers.tooMany'],
};

/** All answers, each with the way to change it; the undertaking, and the sending. */
export function answersPage(frame: PageFrame, facts: AnswersFacts): Html {
  const { language } = frame;
  const words = pageWords(language);
  const { asked, parcel, rule, fee, trouble } = facts;
  const { requester, delivery, kind, blocks = [], certificateSerial, purpose } = asked;
  const row = (question: RequestQuestion, key: PageWordKey, value: string | undefined, change = true) => html`<div>
<dt>${words(key)}</dt>
<dd>${value}</dd>
<dd class="change">${change && html`<a href="/requests/new/${question}" aria-label="${words('answers.changeOf', { what: words(key) })}">${words('answers.change')}</a>`}</dd>
</div>
`;
  const way = words(`q.way.${delivery.way}`);
  const told = [requester.email, requester.phone].filter(Boolean).join(', ');
  const [field, key] = trouble ? TROUBLE[trouble] : [undefined, undefined];
  const body = html`<h1>${words('answers.title')}</h1>
<dl class="answers" id="answers">
${row('parcel', 'answers.parcel', parcel ?? words('answers.gone'))}${row('paper', 'answers.paper', words(`q.paper.${kind}`))}${kind === 'land_information' && row('blocks', 'answers.blocks', blocks.map((block) => words(`q.block.${block}`)).join('; '))}${kind === 'certificate' && row('certificate', 'answers.certificate', certificateSerial ?? words('answers.noSerial'))}${row('who', 'answers.who', requester.name)}${row('who', 'answers.number', requester.identityNumber, false)}${row('who', 'answers.address', requester.address, false)}${row('contact', 'answers.contact', told || words('answers.noContact'))}${row('purpose', 'answers.purpose', purpose)}${row('delivery', 'answers.delivery', delivery.copies === undefined ? way : words('answers.copies', { way, n: String(delivery.copies) }))}${delivery.address !== undefined && row('delivery', 'q.post', delivery.address, false)}</dl>
<h2>${words('request.when')}</h2>
<p>${whenText(rule, language)}</p>
<h2>${words('request.fee')}</h2>
<p>${feeText(fee, language)}</p>
<form class="step" method="post" action="/requests/send" novalidate>
<fieldset class="field"${trouble === 'undertaking' && html` data-wrong`}>
<legend>${words('answers.undertaking')}</legend>
${trouble === 'undertaking' && html`<p class="fault" id="undertaking-fault">${words('answers.undertaking.missing')}</p>\n`}<div class="choice"><input type="checkbox" id="undertaking" name="undertaking" value="yes"${trouble === 'undertaking' && html` aria-invalid="true" aria-describedby="undertaking-fault"`}><label for="undertaking">${words('answers.undertakingText')}</label></div>
</fieldset>
<p class="actions"><button type="submit" class="primary">${words('answers.send')}</button></p>
</form>
`;
  return stepPage(frame, {
    title: words('answers.title'),
    back: '/requests/new/delivery',
    faults: field && key ? { [field]: words(key) } : undefined,
    body,
  });
}
