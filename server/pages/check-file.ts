import { PAPER_KINDS } from '../domain/paper.ts';
import { type Html, html } from '../domain/words/html.ts';
import type { PageWords } from './words.ts';

/** What a file can turn out to be, and how its mark looks: full, striped or none. */
const OUTCOMES = [
  ['genuine', 'current'],
  ['superseded', 'historic'],
  ['revoked', 'historic'],
  ['other', 'historic'],
  ['altered', 'bad'],
  ['unknown', 'bad'],
  ['unsigned', 'bad'],
  ['not_pdf', 'bad'],
  ['too_large', 'bad'],
  ['failed', 'bad'],
] as const;
type Outcome = (typeof OUTCOMES)[number][0];
/** Those whose file the register knows: it tells what was issued. */
const KNOWN: readonly Outcome[] = ['genuine', 'superseded', 'revoked', 'other'];

function facts(words: PageWords, outcome: Outcome): Html {
  const fact = (name: string, key: Parameters<PageWords>[0]) =>
    html`<div data-fact="${name}"><dt>${words(key)}</dt><dd></dd></div>\n`;
  return html`<dl class="facts">
${fact('file', 'check.file.name')}${
  KNOWN.includes(outcome) &&
  html`${fact('kind', 'check.kind')}${fact('serial', 'check.serial')}${fact('issued', 'check.file.issued')}${fact('superseded', 'check.file.supersededAt')}${fact('office', 'check.office')}${fact('signer', 'check.file.signer')}${fact('level', 'check.file.level')}${fact('stamped', 'check.file.stamped')}${fact('unvouched', 'check.file.unvouched')}`
}${fact('digest', 'check.digest')}</dl>`;
}

const says = (words: PageWords, outcome: Outcome, state: string): Html => html`<template data-says="${outcome}">
<p class="state" data-state="${state}">${words(`check.file.${outcome}`)}</p>
<p>${words(`check.file.${outcome}Text`)}</p>
${KNOWN.includes(outcome) && html`<p class="panel" data-trial>${words('check.trial')}</p>`}
${facts(words, outcome)}
</template>
`;

/** The part of the page by which a PDF is checked where it is; shown by its script, since it works by that alone. */
export function checkFile(words: PageWords, digest: string | null): Html {
  const kinds = JSON.stringify(Object.fromEntries(PAPER_KINDS.map((kind) => [kind, words(`check.kind.${kind}`)])));
  return html`<section class="check-file" data-check-file data-digest="${digest ?? ''}" data-kinds="${kinds}" hidden aria-labelledby="check-file">
<h2 id="check-file">${words('check.file.title')}</h2>
<p class="help">${words('check.file.help')}</p>
<div class="drop">
<label for="file">${words('check.file.label')}</label>
<input type="file" id="file" accept="application/pdf,.pdf">
</div>
<div data-outcome role="status"></div>
<template data-says="reading"><p>${words('check.file.reading')}</p></template>
${OUTCOMES.map(([outcome, state]) => says(words, outcome, state))}</section>`;
}
