import { Marked, type Token, type Tokens } from 'marked';
import { isGuideName } from '../../domain/guide.ts';
import { escapeHtml, type Html } from '../../domain/words/html.ts';

/** Name of a heading in an address: as web pages of repositories make it, so that a link leads there in both places. */
export const headingId = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

/** A page of docs/huong-dan as others link to it: `officer.md#tách-thửa`; README.md is the list of all. */
const PAGE = /^([\w-]+)\.md(#.*)?$/;
const PICTURE = /^\.\.\/screens\/([\w-]+\.png)$/;

/** Where a link of a guide leads here; null for what is not served: other pages of the documentation. */
export function guideHref(href: string): string | null {
  if (href.startsWith('#') || href.startsWith('https://')) return href;
  const [, name = '', anchor = ''] = PAGE.exec(href) ?? [];
  if (name === 'README') return `/guides${anchor}`;
  return isGuideName(name) ? `/guides/${name}${anchor}` : null;
}

/** Names of the pictures that a guide shows, as files of docs/screens. */
export const pictureName = (href: string): string | null => PICTURE.exec(href)?.[1] ?? null;

/** Markup that stands in a text is text: guides are written in Markdown alone. */
const marked = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }) => escapeHtml(text),
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${escapeHtml(headingId(text))}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens);
      const to = guideHref(href);
      // What is not served here stands in the folder of the program.
      if (to === null) return `${words} (<code>${escapeHtml(href.replace(/^\.\.\//, 'docs/'))}</code>)`;
      return `<a href="${escapeHtml(to)}">${words}</a>`;
    },
    image({ href, text }) {
      const name = pictureName(href);
      return name === null ? escapeHtml(text) : `<img src="/guides/pictures/${name}" alt="${escapeHtml(text)}">`;
    },
  },
});

/** A guide taken apart, for who looks for something in it. */
export const guideTokens = (text: string): Token[] => marked.lexer(text);

export interface GuideMarkup {
  /** The first heading, as text. */
  readonly title: string;
  /** All but that heading. */
  readonly body: Html;
  /** Headings of the second level, as they stand in the text. */
  readonly parts: readonly { readonly id: string; readonly text: string }[];
}

/** A guide as markup, from its Markdown. */
export function guideMarkup(text: string): GuideMarkup {
  const tokens = guideTokens(text);
  const headings = tokens.filter((token): token is Tokens.Heading => token.type === 'heading');
  const title = headings.find(({ depth }) => depth === 1);
  return {
    title: title?.text ?? '',
    body: { markup: marked.parser(tokens.filter((token) => token !== title)) },
    parts: headings.filter(({ depth }) => depth === 2).map((one) => ({ id: headingId(one.text), text: one.text })),
  };
}
