import type { PaperCheck, StatementKey } from '../domain/contract/paper/paper-checks.ts';
import { dayOf } from '../domain/legal-day.ts';
import { formatDay } from '../domain/words/format-day.ts';
import { type Html, html } from '../domain/words/html.ts';
import { checkFile } from './check-file.ts';
import { checkStatement } from './check-statement.ts';
import type { PageFrame } from './frame/page-frame.ts';
import { pageShell } from './frame/page-shell.ts';
import { pageWords } from './words.ts';

export interface CheckFacts {
  readonly typed: string;
  readonly check: PaperCheck;
}

function answer({ check }: CheckFacts, frame: PageFrame): Html {
  const words = pageWords(frame.language);
  const { state, kind, serial, issuedAt, office, sha256, supersededAt, trialSignature } = check;
  const day = (moment: string) => formatDay(dayOf(new Date(moment)), frame.language);
  const fact = (key: Parameters<typeof words>[0], value: string | null) =>
    value !== null && html`<dt>${words(key)}</dt><dd>${value}</dd>\n`;
  return html`<p class="state" data-state="${state === 'genuine' ? 'current' : 'historic'}">${words(`check.${state}`)}</p>
<p>${words(`check.${state}Text`)}</p>
${trialSignature && html`<p class="panel">${words('check.trial')}</p>`}
${
  state !== 'unknown' &&
  html`<dl class="facts">
${fact('check.kind', kind && words(`check.kind.${kind}`))}${fact('check.serial', serial)}${fact('check.issued', issuedAt && day(issuedAt))}${fact('check.supersededAt', supersededAt && day(supersededAt))}${fact('check.office', office)}${fact('check.digest', sha256)}</dl>
${sha256 !== null && html`<p class="help">${words('check.compare')}</p>`}`
}`;
}

/** What is known of a paper by its code; readable without a script. Without a code, the form that asks for one. */
export function checkPage(frame: PageFrame, keys: readonly StatementKey[], facts: CheckFacts | undefined): Html {
  const words = pageWords(frame.language);
  const body = html`<article>
<h1>${words('check.title')}</h1>
${facts && answer(facts, frame)}
<form class="question" action="/verify" method="get">
<label for="code">${words('check.label')}</label>
<div class="box">
<input id="code" name="code" value="${facts?.typed ?? ''}" maxlength="100" autocomplete="off" autocapitalize="characters" spellcheck="false" required>
<button type="submit" class="primary">${words('check.button')}</button>
</div>
</form>
${checkStatement(words, keys)}
${checkFile(words, facts?.check.sha256 ?? null)}
</article>`;
  return pageShell(frame, {
    title: `${words('check.title')} · ${words('site.name')}`,
    description: words('check.description'),
    layout: 'text',
    body,
    index: facts === undefined,
  });
}
