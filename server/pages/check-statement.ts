import type { StatementKey } from '../domain/contract/paper/paper-checks.ts';
import { PAPER_KINDS } from '../domain/paper.ts';
import { type Html, html } from '../domain/words/html.ts';
import type { PageWords } from './words.ts';

/** What a statement can turn out to be, and how its mark looks. */
const OUTCOMES = [
  ['signed', 'current'],
  ['not_signed', 'bad'],
  ['unknown_key', 'bad'],
  ['none', 'bad'],
] as const;

const facts = (words: PageWords): Html => html`<p class="panel" data-trial>${words('check.trial')}</p>
<dl class="facts">
${(
  [
    ['kind', 'check.kind'],
    ['serial', 'check.serial'],
    ['issued', 'check.issued'],
    ['parcel', 'check.statement.parcel'],
    ['parcels', 'check.statement.parcels'],
    ['key', 'check.statement.key'],
  ] as const
).map(([name, key]) => html`<div data-fact="${name}"><dt>${words(key)}</dt><dd></dd></div>\n`)}</dl>`;

/**
 * The part of the page by which the statement in a QR code is checked where it is, shown by its script. The keys stand in the page, so that a page that is
 * open checks without a network; their fingerprints can be read and printed by everybody.
 */
export function checkStatement(words: PageWords, keys: readonly StatementKey[]): Html {
  const given = JSON.stringify(keys.map(({ fingerprint, spki, trial }) => ({ fingerprint, spki, trial })));
  const kinds = JSON.stringify(Object.fromEntries(PAPER_KINDS.map((kind) => [kind, words(`check.kind.${kind}`)])));
  return html`<section class="check-file" data-check-statement data-keys="${given}" data-kinds="${kinds}" hidden aria-labelledby="check-statement">
<h2 id="check-statement">${words('check.statement.title')}</h2>
<p class="help">${words('check.statement.help')}</p>
<label for="scanned">${words('check.statement.label')}</label>
<textarea id="scanned" rows="3" maxlength="1000" autocomplete="off" autocapitalize="off" spellcheck="false"></textarea>
<div data-outcome role="status"></div>
${OUTCOMES.map(
  ([outcome, state]) => html`<template data-says="${outcome}">
<p class="state" data-state="${state}">${words(`check.statement.${outcome}`)}</p>
<p>${words(`check.statement.${outcome}Text`)}</p>
${outcome === 'signed' && facts(words)}
</template>
`,
)}</section>
<section class="check-file" aria-labelledby="statement-keys">
<h2 id="statement-keys">${words('check.statement.keys')}</h2>
<p class="help">${words('check.statement.keysHelp')}</p>
${
  keys.length === 0
    ? html`<p>${words('check.statement.noKey')}</p>`
    : html`<ul>
${keys.map(
  ({ fingerprint, trial }) =>
    html`<li><code>${fingerprint.match(/.{1,8}/g)?.join(' ') ?? ''}</code>${trial && html` · ${words('check.statement.trialKey')}`}</li>\n`,
)}</ul>`
}
</section>`;
}
