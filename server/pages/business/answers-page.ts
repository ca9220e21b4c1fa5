import type { OwnAnswer, OwnAnswers } from '../../domain/contract/answers.ts';
import type { AnswerForm } from '../../domain/contract/portal/answer-pages.ts';
import { formatMoment } from '../../domain/words/format-day.ts';
import { formatNumber } from '../../domain/words/format-number.ts';
import { type Html, html } from '../../domain/words/html.ts';
import type { PageFrame } from '../frame/page-frame.ts';
import { pageShell } from '../frame/page-shell.ts';
import { type PageWords, pageWords } from '../words.ts';

export type AnswerField = 'serial' | 'parcel' | 'matter';
const FIELDS = ['serial', 'parcel', 'matter'] as const satisfies readonly AnswerField[];

export interface AnswersFacts extends OwnAnswers {
  /** Makes the form one question however often it is sent. */
  readonly key: string;
  /** What was sent, and what of it cannot be answered. */
  readonly sent?: { readonly form: AnswerForm; readonly faults: Partial<Record<AnswerField, string>> };
}

function field(name: AnswerField, { sent }: AnswersFacts, words: PageWords): Html {
  const fault = sent?.faults[name];
  return html`<div class="field"${fault !== undefined && html` data-wrong`}>
<label for="${name}">${words(`bank.${name}`)}</label>
<p class="help" id="${name}-hint">${words(`bank.${name}Hint`)}</p>
${fault !== undefined && html`<p class="fault" id="${name}-fault">${fault}</p>\n`}<input id="${name}" name="${name}" value="${sent?.form[name] ?? ''}" autocomplete="off" spellcheck="false"${fault !== undefined && html` aria-invalid="true"`} aria-describedby="${name}-hint${fault !== undefined && ` ${name}-fault`}">
</div>`;
}

function form(facts: AnswersFacts, frame: PageFrame, words: PageWords): Html {
  const { entitled, used, key } = facts;
  if (!entitled) return html`<p class="panel">${words('bank.notEntitled')}</p>`;
  const number = (value: number) => formatNumber(value, frame.language, 0);
  const all = number(entitled.aDay);
  if (used >= entitled.aDay) return html`<p class="panel">${words('bank.quotaOver', { all })}</p>`;
  return html`<p>${words('bank.as', { asker: entitled.asker })} <span class="quiet">${words('bank.quota', { used: number(used), all })}</span></p>
<form class="step" method="post" action="/business/answers">
<input type="hidden" name="key" value="${key}">
${FIELDS.map((name) => html`${field(name, facts, words)}\n`)}<p class="help">${words('bank.told')}</p>
<p class="actions"><button type="submit" class="primary">${words('bank.ask')}</button></p>
</form>`;
}

/** Yes, no, or that it is somebody else's. */
function factsOf({ current, mortgage, caveat, pendingDealing }: OwnAnswer['said'], words: PageWords): Html {
  const facts = { current, mortgage, caveat, pendingDealing };
  return html`<dl class="facts">
${(['current', 'mortgage', 'caveat', 'pendingDealing'] as const).map((name) => {
  const said = facts[name];
  return html`<div><dt>${words(`bank.fact.${name}`)}</dt><dd>${words(said === null ? 'bank.untold' : said ? 'bank.yes' : 'bank.no')}</dd></div>\n`;
})}</dl>`;
}

function section({ said, statement }: OwnAnswer, frame: PageFrame, words: PageWords): Html {
  const { jti, answeredAt, matterNo, serial, parcelId, parcelCode, office, asker, trialSignature } = said;
  const file = `data:application/jose;base64,${Buffer.from(statement).toString('base64')}`;
  const when = formatMoment(answeredAt, frame.language);
  return html`<section class="watch" id="a-${jti}" aria-labelledby="h-${jti}"><h3 id="h-${jti}">${words('bank.of', { matter: matterNo })}</h3>
<p>${words('bank.pair', { serial })} <a href="/parcels/${parcelId}"><code>${parcelCode}</code></a><br>
<span class="quiet">${words('bank.at', { when })} · ${office ?? words('bank.noOffice')} · ${asker}</span></p>
${factsOf(said, words)}
${trialSignature && html`<p class="help">${words('bank.trial')}</p>\n`}<details><summary>${words('bank.signed')}</summary>
<p class="help">${words('bank.signedHint')}</p>
<textarea readonly rows="4" aria-label="${words('bank.statementOf', { matter: matterNo })}">${statement}</textarea>
<p><a href="${file}" download="${`answer-${jti}.jws`}">${words('bank.file')}</a></p>
</details></section>`;
}

/** A bank or notary asks whether a certificate still holds for a parcel, and finds what it was answered. */
export function answersPage(frame: PageFrame, facts: AnswersFacts): Html {
  const words = pageWords(frame.language);
  const { sent, items } = facts;
  const title = sent ? words('step.wrongTitle', { title: words('bank.title') }) : words('bank.title');
  const { entitled, used } = facts;
  // Where the form is gone there is nothing to lead to.
  const asks = entitled !== undefined && used < entitled.aDay;
  const faults = FIELDS.flatMap((name) => {
    const fault = sent?.faults[name];
    return fault === undefined
      ? []
      : [asks ? html`<li><a href="#${name}">${fault}</a></li>\n` : html`<li>${fault}</li>\n`];
  });
  const body = html`<article class="lookups">
<p class="back"><a href="/business">${words('lookup.back')}</a></p>
<h1>${words('bank.title')}</h1>
<p class="lead">${words('bank.lead')}</p>
${faults.length > 0 && html`<div class="faults" role="alert"><h2>${words('bank.wrong')}</h2><ul>\n${faults}</ul></div>\n`}<h2>${words('bank.one')}</h2>
${form(facts, frame, words)}
<h2>${words('bank.own')}</h2>
${items.length === 0 ? html`<p>${words('bank.none')}</p>` : items.map((item) => section(item, frame, words))}
<p class="help">${words('bank.api')} <a href="/api/docs">${words('nav.api')}</a></p>
</article>`;
  return pageShell(frame, {
    title: `${title} · ${words('site.name')}`,
    description: words('bank.description'),
    layout: 'text',
    body,
    index: false,
    canonical: null,
  });
}
