import { type Html, html } from '../domain/html.ts';
import type { PageFrame } from './page-frame.ts';
import { PAGE_ICON } from './page-shell.ts';
import { pageWords } from './words.ts';

/**
 * The empty page of the officers' desk. Everything on it is made by its script, which finds here the language, the
 * theme, the nonce under which it may add styles, and the legal system the map is to be in.
 */
export function deskPage(frame: PageFrame, srid: number): Html {
  const words = pageWords(frame.language);
  return html`<!doctype html>
<html lang="${frame.language}" data-theme="${frame.theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${frame.theme === 'auto' ? 'light dark' : frame.theme}">
<meta name="robots" content="noindex">
<title>${words('desk.title')}</title>
<link rel="icon" href="${{ markup: PAGE_ICON }}">
${frame.files?.fonts.map((href) => html`<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin>\n`)}
${frame.files?.styles.map((href) => html`<link rel="stylesheet" href="${href}">\n`)}
${frame.files && html`<script type="module" src="${frame.files.script}" nonce="${frame.nonce}"></script>`}
</head>
<body class="desk">
<div id="desk" data-srid="${srid}" data-nonce="${frame.nonce}"${frame.demo && html` data-demo="1"`}>
<main class="desk-wait"><h1>${words('desk.title')}</h1>
${frame.files ? html`<p role="status">${words('desk.opening')}</p>` : html`<p role="alert">${words('desk.notBuilt')}</p>`}
<noscript><p role="alert">${words('desk.noScript')}</p></noscript></main>
</div>
</body>
</html>
`;
}
