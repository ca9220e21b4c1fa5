import { type Html, html } from '../../domain/words/html.ts';
import { pageWords } from '../words.ts';
import { type PageFrame, THEMES } from './page-frame.ts';
import { pageHead } from './page-head.ts';

export interface PageContent {
  readonly title: string;
  readonly description: string;
  /** Class of the body: how the page is laid out. */
  readonly layout: 'home' | 'text';
  readonly body: Html;
  /** Moment of the last registration as a sentence; null on pages that show no data. */
  readonly dataNote?: Html | string | null;
  /** schema.org facts of the page. */
  readonly structured?: object;
  /** Whether search engines may list the page. */
  readonly index?: boolean;
  /** Address that stands for this content, path and query; null where the page has none of its own. */
  readonly canonical?: string | null;
}

/** JSON that cannot end the element it stands in, nor begin a comment. */
export const safeJson = (value: object): Html => ({
  markup: JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026'),
});

const withLanguage = (address: string, language: string) =>
  `${address}${address.includes('?') ? '&' : '?'}lang=${language}`;

const preference = (name: 'lang' | 'theme', value: string, address: string) =>
  `/preferences?${name}=${value}&back=${encodeURIComponent(address)}`;

function head(frame: PageFrame, content: PageContent): Html {
  const { canonical = frame.address, index = true } = content;
  const own = canonical === null ? null : `${frame.publicUrl}${canonical}`;
  return html`<head>
${pageHead(frame)}
<meta name="theme-color" content="#0b6b4f">
<title>${content.title}</title>
<meta name="description" content="${content.description}">
${!index && html`<meta name="robots" content="noindex">`}
${
  own &&
  index &&
  html`<link rel="canonical" href="${frame.language === 'vi' ? own : withLanguage(own, 'en')}">
<link rel="alternate" hreflang="vi" href="${own}">
<link rel="alternate" hreflang="en" href="${withLanguage(own, 'en')}">`
}
${content.structured && html`<script type="application/ld+json" nonce="${frame.nonce}">${safeJson(content.structured)}</script>`}
</head>`;
}

function themeChoice(frame: PageFrame): Html {
  const words = pageWords(frame.language);
  return html`<p class="themes">${words('choice.theme')}:
${THEMES.map((theme) =>
  theme === frame.theme
    ? html` <span aria-current="true">${words(`choice.${theme}`)}</span>`
    : html` <a href="${preference('theme', theme, frame.address)}" rel="nofollow">${words(`choice.${theme}`)}</a>`,
)}</p>`;
}

/** The whole document: header, navigation, the page's own content, footer. Readable and usable without a script. */
export function pageShell(frame: PageFrame, content: PageContent): Html {
  const words = pageWords(frame.language);
  const other = frame.language === 'vi' ? 'en' : 'vi';
  const path = frame.address.split('?')[0];
  const link = (href: string, key: Parameters<typeof words>[0]) =>
    html`<li><a href="${href}"${path === href ? html` aria-current="page"` : null}>${words(key)}</a></li>`;
  return html`<!doctype html>
<html lang="${frame.language}" data-theme="${frame.theme}">
${head(frame, content)}
<body class="${content.layout}">
<a class="skip" href="#content">${words('site.skip')}</a>
${content.layout === 'home' && html`<a class="skip" href="#map">${words('site.skipMap')}</a>`}
<header class="top">
<a class="wordmark" href="/"><span lang="vi">${words('site.name')}</span></a>
<nav aria-label="${words('nav.label')}"><ul>
${link('/', 'nav.search')}
${link('/communes', 'nav.communes')}
${link('/requests', 'request.nav')}
${link('/about', 'nav.about')}
${link('/help', 'help.title')}
</ul></nav>
<a class="language" href="${preference('lang', other, frame.address)}" lang="${other}" hreflang="${other}" rel="nofollow">${words('choice.language')}</a>
</header>
<main id="content" tabindex="-1">
${content.body}
</main>
<footer class="bottom">
${frame.demo && html`<p class="demo">${words('data.demo')}</p>`}
${content.dataNote && html`<p>${content.dataNote}</p>`}
<p><a href="/help">${words('help.title')}</a> · <a href="/verify">${words('check.title')}</a> · <a href="/about">${words('nav.about')}</a> · <a href="/indicators">${words('indicator.nav')}</a> · <a href="/business" rel="nofollow">${words('business.nav')}</a> · <a href="/api/docs">${words('nav.api')}</a> · <a href="/account" rel="nofollow">${words('nav.account')}</a></p>
${themeChoice(frame)}
</footer>
</body>
</html>
`;
}
