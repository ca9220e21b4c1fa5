import type { Commune } from '../../domain/contract/communes.ts';
import type { WatchForm } from '../../domain/contract/portal/watch-pages.ts';
import type { OpenedWatch, Watch } from '../../domain/contract/watches.ts';
import { formatMoment } from '../../domain/words/format-day.ts';
import { formatNumber } from '../../domain/words/format-number.ts';
import { type Html, html } from '../../domain/words/html.ts';
import type { PageFrame } from '../frame/page-frame.ts';
import { pageShell } from '../frame/page-shell.ts';
import { stackTable } from '../frame/stack-table.ts';
import { type PageWords, pageWords } from '../words.ts';

export interface WatchesFacts {
  readonly watches: readonly Watch[];
  readonly allowed: number;
  readonly communes: readonly Commune[];
  /** Makes the form one watch however often it is sent. */
  readonly key: string;
  /** What was sent, and why it cannot be watched. */
  readonly sent?: { readonly form: WatchForm; readonly fault: string };
  /** The watch that was just begun, whose secret is told here and nowhere else. */
  readonly opened?: OpenedWatch;
  readonly codeFault?: { readonly watchId: string; readonly text: string };
}

function field(name: 'parcel' | 'name' | 'mail' | 'hook', { sent }: WatchesFacts, words: PageWords, more: Html): Html {
  return html`<div class="field">
<label for="${name}">${words(`watch.${name}`)}</label>
<p class="help" id="${name}-hint">${words(`watch.${name}Hint`)}</p>
<input id="${name}" name="${name}" value="${sent?.form[name] ?? ''}" aria-describedby="${name}-hint" autocomplete="off"${more}>
</div>`;
}

function form(facts: WatchesFacts, words: PageWords): Html {
  const { key, communes, sent, watches, allowed } = facts;
  if (watches.length >= allowed) return html`<p class="panel">${words('watch.full', { allowed: String(allowed) })}</p>`;
  return html`<form class="step" method="post" action="/business/watches">
<input type="hidden" name="key" value="${key}">
<fieldset><legend>${words('watch.where')}</legend>
<p class="help">${words('watch.whereHint')}</p>
${field('parcel', facts, words, html` spellcheck="false"`)}
<div class="field">
<label for="commune">${words('watch.commune')}</label>
<select id="commune" name="commune"><option value=""></option>
${communes.map(({ code, name }) => html`<option value="${code}"${sent?.form.commune === code && html` selected`}>${name}</option>`)}</select>
</div></fieldset>
<fieldset><legend>${words('watch.how')}</legend>
${field('mail', facts, words, html` type="email"`)}
${field('hook', facts, words, html` type="url" spellcheck="false"`)}
</fieldset>
${field('name', facts, words, html` maxlength="120"`)}
<p class="actions"><button type="submit" class="primary">${words('watch.begin')}</button></p>
</form>`;
}

function place(watch: Watch, { communes }: WatchesFacts, words: PageWords): Html {
  if (watch.parcelId !== null) return html`<a href="/parcels/${watch.parcelId}">${words('watch.oneParcel')}</a>`;
  if (watch.commune === null) return html`${words('watch.area')}`;
  const name = communes.find(({ code }) => code === watch.commune)?.name ?? watch.commune;
  return html`<a href="/communes/${watch.commune}">${name}</a>`;
}

function confirmation(watch: Watch, { codeFault }: WatchesFacts, words: PageWords): Html | false {
  if (watch.mail === null || watch.mailConfirmed) return false;
  const fault = codeFault?.watchId === watch.watchId ? codeFault.text : null;
  const id = `code-${watch.watchId}`;
  return html`<form class="confirm" method="post" action="/business/watches/${watch.watchId}/confirm">
<p>${words('watch.unconfirmed', { mail: watch.mail })}</p>
${fault !== null && html`<p class="fault" id="${id}-fault">${fault}</p>`}
<p><label for="${id}">${words('watch.code')}</label> <input id="${id}" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="20"${fault !== null && html` aria-invalid="true" aria-describedby="${id}-fault"`}> <button type="submit">${words('watch.confirm')}</button></p>
</form>`;
}

function deliveries(watch: Watch, frame: PageFrame, words: PageWords): Html {
  const { language } = frame;
  if (watch.deliveries.length === 0) return html`<p class="help">${words('watch.nothingTold')}</p>`;
  return stackTable(
    words('watch.told'),
    [
      { title: words('watch.col.when'), names: true },
      { title: words('watch.col.what') },
      { title: words('watch.col.how') },
      { title: words('watch.col.state') },
    ],
    watch.deliveries.map(({ createdAt, kind, changes, channel, state, attempts, error }) => [
      formatMoment(createdAt, language),
      kind === 'confirm'
        ? words('watch.codeSent')
        : words('watch.changes', { count: formatNumber(changes, language, 0) }),
      words(`watch.by.${channel}`),
      html`${words(`watch.state.${state}`)}${attempts > 1 && ` · ${words('watch.attempts', { count: String(attempts) })}`}${error !== null && state !== 'sent' && html` <code class="quiet">${error}</code>`}`,
    ]),
  );
}

function section(watch: Watch, facts: WatchesFacts, frame: PageFrame, words: PageWords): Html {
  const ways = [watch.mail, watch.hook].filter((way) => way !== null);
  return html`<section class="watch"><h3>${watch.name || words('watch.noName')}</h3>
<p>${place(watch, facts, words)} · ${ways.map((way, n) => html`${n > 0 && ', '}${way}`)} <span class="quiet">${words('watch.since', { moment: formatMoment(watch.createdAt, frame.language) })}</span></p>
${confirmation(watch, facts, words)}
${deliveries(watch, frame, words)}
<details class="forget"><summary>${words('watch.end')}</summary>
<p>${words('watch.endText')}</p>
<form method="post" action="/business/watches/${watch.watchId}/end"><button type="submit">${words('watch.endButton')}</button></form>
</details></section>`;
}

/** What an account watches, how it is told, and one more. */
export function watchesPage(frame: PageFrame, facts: WatchesFacts): Html {
  const words = pageWords(frame.language);
  const { watches, allowed, opened, sent } = facts;
  const title = sent ? words('step.wrongTitle', { title: words('watch.title') }) : words('watch.title');
  const secret =
    opened?.secret &&
    html`<div class="panel" role="status"><p><strong>${words('watch.secret')}</strong></p>
<p><code>${opened.secret}</code></p><p>${words('watch.secretText')}</p></div>`;
  const body = html`<article class="lookups">
<p class="back"><a href="/business">${words('lookup.back')}</a></p>
<h1>${words('watch.title')}</h1>
<p class="lead">${words('watch.lead')}</p>
${secret}
${sent && html`<div class="faults" role="alert"><h2>${words('watch.wrong')}</h2><p><a href="#parcel">${sent.fault}</a></p></div>`}
<h2>${words('watch.own')}</h2>
<p class="help">${words('watch.count', { own: String(watches.length), allowed: String(allowed) })}</p>
${watches.length === 0 ? html`<p>${words('watch.none')}</p>` : watches.map((watch) => section(watch, facts, frame, words))}
<h2>${words('watch.one')}</h2>
${form(facts, words)}
<p class="help">${words('watch.api')} <a href="/api/docs">${words('nav.api')}</a></p>
</article>`;
  return pageShell(frame, {
    title: `${title} · ${words('site.name')}`,
    description: words('watch.description'),
    layout: 'text',
    body,
    index: false,
    canonical: null,
  });
}
