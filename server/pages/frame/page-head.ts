import { type Html, html } from '../../domain/words/html.ts';
import type { PageFrame } from './page-frame.ts';

/** A boundary of a parcel in the accent colour, for the tab of the browser. */
const ICON: Html = {
  markup:
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='5' fill='%230b6b4f'/%3E%3Cpath d='M7 11 15 6l10 4-2 14-13 2z' fill='none' stroke='%23fbf9f4' stroke-width='2.5'/%3E%3C/svg%3E",
};

/** What the head of every page begins with: how it is to be read, its icon, and the files that the build made. */
export function pageHead({ theme, files, nonce }: PageFrame): Html {
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${theme === 'auto' ? 'light dark' : theme}">
<link rel="icon" href="${ICON}">
${files?.fonts.map((href) => html`<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin>\n`)}
${files?.styles.map((href) => html`<link rel="stylesheet" href="${href}">\n`)}
${files && html`<script type="module" src="${files.script}" nonce="${nonce}"></script>`}`;
}
