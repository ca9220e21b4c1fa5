import { MEASURES, type Measure } from '../../domain/indicator/measures.ts';
import { formatDay, formatMoment } from '../../domain/words/format-day.ts';
import { type Html, html } from '../../domain/words/html.ts';
import type { PageFrame } from '../frame/page-frame.ts';
import { pageShell } from '../frame/page-shell.ts';
import { pageWords } from '../words.ts';
import { figureOf, figuresOf, figureText, type IndicatorFacts } from './figures-of.ts';
import { communesSection, landUseSection } from './land-sections.ts';
import { digitisingSection, mortgagesSection, workSection } from './work-sections.ts';

const OVERVIEW: readonly Measure[] = [
  'parcels',
  'area_m2',
  'dealings_registered',
  'dealings_open',
  'requests_open',
  'requests_overdue',
  'documents_waiting',
  'mortgages',
];

function choose({ shown, commune }: IndicatorFacts, frame: PageFrame): Html {
  const words = pageWords(frame.language);
  return html`<form class="choose" method="get" action="/indicators" aria-label="${words('indicator.choose')}">
<p><label for="day">${words('indicator.day')}</label> <input id="day" type="date" name="day" value="${shown.day}"></p>
<p><label for="commune">${words('indicator.place')}</label> <select id="commune" name="commune">
<option value="">${words('indicator.everywhere')}</option>
${shown.communes.map(({ code, name }) => html`<option value="${code}"${code === commune && html` selected`}>${name}</option>`)}</select></p>
<p><button type="submit">${words('indicator.show')}</button></p>
</form>`;
}

function overview(facts: IndicatorFacts, frame: PageFrame): Html {
  const { language } = frame;
  const figures = figuresOf(facts);
  const told = OVERVIEW.filter((measure) => facts.shown.measures.some((one) => one.measure === measure));
  return html`<section><h2>${pageWords(language)('indicator.overview')}</h2>
<dl class="figures">${told.map((measure) => {
    const value = figureOf(figures, measure);
    return html`<div><dt>${MEASURES[measure].title[language]}</dt><dd>${figureText(facts, measure, value === undefined ? 0 : value, language)}</dd></div>`;
  })}</dl></section>`;
}

function openData({ shown, series }: IndicatorFacts, frame: PageFrame): Html {
  const words = pageWords(frame.language);
  const from = series.days[0]?.day ?? shown.day;
  return html`<section><h2>${words('indicator.data')}</h2>
<p>${words('indicator.dataText')}</p>
<p class="actions"><a class="action" href="/api/portal/indicators.csv?from=${from}&amp;to=${shown.day}" download>CSV</a><a class="action" href="/api/portal/indicators?day=${shown.day}">JSON</a></p></section>`;
}

/** Figures by commune and day, each chart with its numbers. */
export function indicatorsPage(frame: PageFrame, facts: IndicatorFacts): Html {
  const { language } = frame;
  const words = pageWords(language);
  const { day, kept, countedAt } = facts.shown;
  const state = kept
    ? words('indicator.kept', { day: formatDay(day, language) })
    : words('indicator.running', { day: formatDay(day, language), moment: formatMoment(countedAt, language) });
  const body = html`<article class="indicators">
<h1>${words('indicator.title')}</h1>
<p class="lead">${state}</p>
${choose(facts, frame)}
${overview(facts, frame)}
${communesSection(facts, language)}
${landUseSection(facts, language)}
${workSection(facts, language)}
${digitisingSection(facts, language)}
${mortgagesSection(facts, language)}
${openData(facts, frame)}
</article>`;
  return pageShell(frame, {
    title: `${words('indicator.title')} · ${words('site.name')}`,
    description: words('indicator.description'),
    layout: 'text',
    body,
    canonical: '/indicators',
  });
}

/** The same before anything was counted. */
export function noIndicatorsPage(frame: PageFrame): Html {
  const words = pageWords(frame.language);
  return pageShell(frame, {
    title: `${words('indicator.title')} · ${words('site.name')}`,
    description: words('indicator.description'),
    layout: 'text',
    body: html`<article><h1>${words('indicator.title')}</h1><p class="lead">${words('indicator.noneText')}</p></article>`,
    index: false,
    canonical: null,
  });
}
