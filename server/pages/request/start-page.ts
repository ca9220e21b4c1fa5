import type { DeadlineRule } from '../../domain/request/work-calendar.ts';
import { formatNumber } from '../../domain/words/format-number.ts';
import { type Html, html } from '../../domain/words/html.ts';
import type { Language } from '../../domain/words/language.ts';
import type { PageFrame } from '../frame/page-frame.ts';
import { pageShell } from '../frame/page-shell.ts';
import { pageWords } from '../words.ts';

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

/** What one gets, by when, for how much and what is needed; then the way in, and the way to a request that was sent. */
export function requestStartPage(frame: PageFrame, { rule, fee }: RequestTerms): Html {
  const words = pageWords(frame.language);
  const body = html`<article class="steps">
<h1>${words('request.title')}</h1>
<p class="lead">${words('request.lead')}</p>
<h2>${words('request.need')}</h2>
<ul>
<li>${words('request.needParcel')}</li>
<li>${words('request.needNumber')}</li>
<li>${words('request.needPurpose')}</li>
</ul>
<h2>${words('request.when')}</h2>
<p>${whenText(rule, frame.language)} ${words('request.whenStops')}</p>
<h2>${words('request.fee')}</h2>
<p>${feeText(fee, frame.language)}</p>
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
