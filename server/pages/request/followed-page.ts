import type { FollowedRequest } from '../../domain/contract/portal/portal-requests.ts';
import { formatDay, formatMoment } from '../../domain/words/format-day.ts';
import { formatNumber } from '../../domain/words/format-number.ts';
import { type Html, html } from '../../domain/words/html.ts';
import type { PageFrame } from '../frame/page-frame.ts';
import { pageWords } from '../words.ts';
import { stepPage } from './step-page.ts';

export interface FollowedFacts {
  readonly request: FollowedRequest;
  /** Name of the parcel, where it may be shown. */
  readonly parcel: string | undefined;
}

const OPEN: readonly FollowedRequest['status'][] = ['received', 'accepted'];

function outcome({ request }: FollowedFacts, frame: PageFrame): Html | false {
  const words = pageWords(frame.language);
  const { refusal, paper, delivery, reference } = request;
  if (refusal)
    return html`<h2>${words('followed.why')}</h2>
<p>${words(`followed.ground.${refusal.ground}`)}</p>
<p class="panel">${refusal.reason}</p>
`;
  if (!paper) return false;
  return html`${paper.status !== 'issued' && html`<p class="panel">${words(`followed.${paper.status}`)}</p>\n`}${
    delivery === 'download'
      ? html`<p class="actions"><a class="action primary" href="/requests/${reference}/paper" download>${words('followed.download')}</a></p>
`
      : html`<p>${words(delivery === 'counter' ? 'followed.atCounter' : 'followed.byPost')}</p>
`
  }`;
}

/** What became of a request: its state, its clock, its fee, and the paper or why there is none. Nothing of persons. */
export function followedPage(frame: PageFrame, facts: FollowedFacts): Html {
  const { language } = frame;
  const words = pageWords(language);
  const { request, parcel } = facts;
  const { status, suspended, fee, paper, kind, blocks } = request;
  const open = OPEN.includes(status);
  const amount =
    fee.amountVnd === null ? '' : `${words('followed.amount', { amount: formatNumber(fee.amountVnd, language, 0) })}, `;
  const basis = fee.legalBasis === null ? '' : ` (${fee.legalBasis})`;
  const row = (key: Parameters<typeof words>[0], value: string | null | undefined) =>
    value && html`<div><dt>${words(key)}</dt><dd>${value}</dd></div>\n`;
  const body = html`<h1>${words('followed.title', { reference: request.reference })}</h1>
<p class="state" data-state="${status === 'refused' ? 'historic' : 'current'}">${words(suspended && open ? 'followed.suspended' : `followed.${status}`)}</p>
${outcome(facts, frame)}${open && fee.status === 'due' && html`<p class="panel">${words('followed.dueText')}</p>\n`}<dl class="facts">
${row('answers.parcel', parcel)}${row('followed.paper', words(`q.paper.${kind}`))}${kind === 'land_information' && row('answers.blocks', blocks.map((block) => words(`q.block.${block}`)).join('; ') || words('followed.allBlocks'))}${row('answers.delivery', words(`q.way.${request.delivery}`))}${row('followed.at', formatMoment(request.receivedAt, language))}${open && row('followed.due', formatDay(request.dueOn, language))}${row('followed.decided', request.decidedAt && formatMoment(request.decidedAt, language))}${row('followed.fee', `${amount}${words(`followed.fee.${fee.status}`)}${basis}`)}${row('followed.serial', paper?.serial)}${row('followed.digest', paper?.sha256)}</dl>
<form method="post" action="/requests/sent"><p class="actions"><button type="submit">${words('followed.leave')}</button></p></form>
`;
  return stepPage(frame, {
    title: words('followed.title', { reference: request.reference }),
    back: '/requests',
    body,
  });
}
