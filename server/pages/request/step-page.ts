import { type Html, html } from '../../domain/words/html.ts';
import type { PageFrame } from '../frame/page-frame.ts';
import { pageShell } from '../frame/page-shell.ts';
import { pageWords } from '../words.ts';

/** What is wrong with a page of answers, field by field, in words. */
export type SaidFaults = Readonly<Record<string, string>>;

export interface StepFacts {
  readonly title: string;
  readonly description?: string;
  /** Where one came from; null on a first page. */
  readonly back: string | null;
  readonly faults?: SaidFaults | undefined;
  readonly body: Html;
}

/** The list that a page begins with when something is wrong: each line leads to its field. It takes the focus without a script. */
function faultList(faults: SaidFaults, frame: PageFrame): Html {
  const words = pageWords(frame.language);
  return html`<div class="faults" role="alert" tabindex="-1" autofocus aria-labelledby="faults">
<h2 id="faults">${words('step.wrong')}</h2>
<ul>
${Object.entries(faults).map(([name, text]) => html`<li><a href="#${name}">${text}</a></li>\n`)}</ul>
</div>
`;
}

/** One step of asking for a paper: the way back, what is wrong, one thing to do. Never listed by search engines. */
export function stepPage(frame: PageFrame, { title, description = title, back, faults, body }: StepFacts): Html {
  const words = pageWords(frame.language);
  const wrong = faults !== undefined && Object.keys(faults).length > 0;
  return pageShell(frame, {
    title: `${wrong ? words('step.wrongTitle', { title }) : title} · ${words('site.name')}`,
    description,
    layout: 'text',
    index: false,
    canonical: null,
    body: html`<div class="steps">
${back !== null && html`<p class="back"><a href="${back}">${words('step.back')}</a></p>\n`}${wrong && faultList(faults, frame)}${body}</div>`,
  });
}
