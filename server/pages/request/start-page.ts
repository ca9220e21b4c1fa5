import type { RequestKind } from '../../domain/request/paper-request.ts';
import type { DeadlineRule } from '../../domain/request/work-calendar.ts';
import { formatNumber } from '../../domain/words/format-number.ts';
import { type Html, html } from '../../domain/words/html.ts';
import type { Language } from '../../domain/words/language.ts';
import type { PageFrame } from '../frame/page-frame.ts';
import { pageShell } from '../frame/page-shell.ts';
import { type PageWords, pageWords } from '../words.ts';

export interface RequestTerms {
  readonly rule: DeadlineRule;
  /** Null where no dated rule names an amount. */
  readonly fee: { readonly amountVnd: number; readonly legalBasis: string } | null;
}

/** By when, in words. */
export function whenText({ cutOff, workingDays }: DeadlineRule, language: Language): string {
  const words = pageWords(language);
  return workingDays === 0
    ? words('request.whenSameDay', { cutOff })
    : words('request.whenDays', { cutOff, days: String(workingDays) });
}

/** What it costs, in words: an amount of a dated rule, or the price list of the province; never a guess. */
export function feeText(fee: RequestTerms['fee'], language: Language): string {
  const words = pageWords(language);
  return fee === null
    ? words('request.feeUnknown')
    : words('request.feeAmount', { amount: formatNumber(fee.amountVnd, language, 0), basis: fee.legalBasis });
}

export interface KindTerms extends RequestTerms {
  readonly kind: RequestKind;
}

/** A sentence for all kinds of paper where it is the same, else one for each. */
function sayOfEach(all: readonly KindTerms[], say: (terms: KindTerms) => string, words: PageWords): Html {
  const said = all.map((terms) => ({ name: words(`q.paper.${terms.kind}`), text: say(terms) }));
  const [first] = said;
  if (first && said.every(({ text }) => text === first.text)) return html`<p>${first.text}</p>`;
  return html`<dl class="facts">${said.map(({ name, text }) => html`<div><dt>${name}</dt><dd>${text}</dd></div>\n`)}</dl>`;
}

/** What one gets, by when, for how much and what is needed; then the way in, and the way to a request that was sent. */
export function requestStartPage(frame: PageFrame, all: readonly KindTerms[]): Html {
  const words = pageWords(frame.language);
  const body = html`<article class="steps">
<h1>${words('request.title')}</h1>
<p class="lead">${words('request.lead')}</p>
<h2>${words('request.kinds')}</h2>
<ul>
${all.map(({ kind }) => html`<li><strong>${words(`q.paper.${kind}`)}</strong>: ${words(`q.paper.${kind}.hint`)}</li>\n`)}</ul>
<h2>${words('request.need')}</h2>
<ul>
<li>${words('request.needParcel')}</li>
<li>${words('request.needNumber')}</li>
<li>${words('request.needPurpose')}</li>
</ul>
<h2>${words('request.when')}</h2>
${sayOfEach(all, ({ rule }) => whenText(rule, frame.language), words)}
<p>${words('request.whenStops')}</p>
<h2>${words('request.fee')}</h2>
${sayOfEach(all, ({ fee }) => feeText(fee, frame.language), words)}
<h2>${words('request.who')}</h2>
<p>${words('request.whoText')}</p>
<p class="actions"><a class="action primary" href="/requests/new/parcel" rel="nofollow">${words('request.start')}</a></p>
<h2>${words('request.sentBefore')}</h2>
<p><a href="/requests/follow">${words('request.follow')}</a></p>
<p class="help">${words('request.formNote')}</p>
</article>`;
  return pageShell(frame, {
    title: `${words('request.title')} · ${words('site.name')}`,
    description: words('request.description'),
    layout: 'text',
    body,
  });
}
