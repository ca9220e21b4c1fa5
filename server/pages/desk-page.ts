import { type Html, html } from '../domain/words/html.ts';
import type { PageFrame } from './frame/page-frame.ts';
import { pageHead } from './frame/page-head.ts';
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
${pageHead(frame)}
<meta name="robots" content="noindex">
<title>${words('desk.title')}</title>
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
