import type { AnswerAboutMe, AnswersAboutMe } from '../domain/contract/answers.ts';
import { formatMoment } from '../domain/words/format-day.ts';
import { type Html, html } from '../domain/words/html.ts';
import type { PageFrame } from './frame/page-frame.ts';
import { stackTable } from './frame/stack-table.ts';
import { type PageWords, pageWords } from './words.ts';

function toldText({ current, mortgage, caveat, pendingDealing }: AnswerAboutMe, words: PageWords): string {
  if (!current) return words('asked.notCurrent');
  return [
    words('asked.current'),
    words(mortgage ? 'asked.mortgage' : 'asked.noMortgage'),
    words(caveat ? 'asked.caveat' : 'asked.noCaveat'),
    words(pendingDealing ? 'asked.pending' : 'asked.noPending'),
  ].join(', ');
}

/** Which banks and notaries asked about the certificates of who is signed in; nothing where nobody vouches for her number. */
export function answersSection(frame: PageFrame, { vouched, items }: AnswersAboutMe): Html | false {
  if (!vouched) return false;
  const words = pageWords(frame.language);
  const title = words('asked.title');
  const table = () =>
    stackTable(
      title,
      [
        { title: words('asked.col.asker'), names: true },
        { title: words('asked.col.asked') },
        { title: words('asked.col.matter') },
        { title: words('asked.col.parcel') },
        { title: words('asked.col.told') },
      ],
      items.map((item) => [
        item.asker,
        formatMoment(item.askedAt, frame.language),
        item.matterNo,
        html`<a href="/parcels/${item.parcel.id}">${words('asked.parcel', { no: item.parcel.no, sheet: item.parcel.sheet, commune: item.parcel.commune })}</a>`,
        toldText(item, words),
      ]),
    );
  return html`<h2>${title}</h2>
<p>${words('asked.lead')}</p>
${items.length === 0 ? html`<p>${words('asked.none')}</p>` : table()}
`;
}
