/** The guides to the desk say what its screens say: each name in bold is a word of the Vietnamese tables, each link and picture is there. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { screensOf } from '../web/desk/shell/screens.ts';
import { deskVi } from '../web/i18n/vi/desk.ts';
import { GUIDE_NAMES, GUIDE_ROLES, type GuideName } from './domain/guide.ts';
import { type Role, STAFF_ROLES } from './domain/role.ts';
import { guideHref, guideMarkup, guideTokens, headingId, pictureName } from './pages/guide/guide-markup.ts';
import { vi as pageVi } from './pages/words/vi.ts';
import { notEmpty } from './testing/not-empty.ts';

const FOLDER = new URL('../docs/huong-dan/', import.meta.url);
const read = (name: GuideName | 'README') => readFileSync(new URL(`${name}.md`, FOLDER), 'utf8');
const FILES = [...GUIDE_NAMES, 'README'] as const;

interface Part {
  readonly type: string;
  readonly text?: string;
  readonly href?: string;
  readonly depth?: number;
  readonly tokens?: readonly Part[];
  readonly items?: readonly Part[];
}
/** Every token of a guide, those within others too. */
const partsOf = (tokens: readonly Part[]): Part[] =>
  tokens.flatMap((one) => [one, ...partsOf(one.tokens ?? []), ...partsOf(one.items ?? [])]);
const guideParts = (name: (typeof FILES)[number]) => partsOf(guideTokens(read(name)) as readonly Part[]);
const textsOf = (name: (typeof FILES)[number], type: string) =>
  guideParts(name).flatMap((part) => (part.type === type ? [part.text ?? ''] : []));

/** What is filled in stands as three dots in a guide. */
const asInGuide = (words: string) =>
  words
    .replaceAll(/\{\w+\}/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim();
const WORDS = new Set([...Object.values(deskVi), ...Object.values(pageVi)].map(asInGuide));

test('every name in bold is a word of the screens', () => {
  const unknown: string[] = [];
  for (const name of GUIDE_NAMES) {
    for (const text of notEmpty(textsOf(name, 'strong'))) {
      if (!WORDS.has(asInGuide(text))) unknown.push(`${name}.md: ${text}`);
    }
  }
  assert.deepEqual(unknown, []);
});

test('each guide is called what the desk calls it, and names every screen its readers have', () => {
  for (const name of GUIDE_NAMES) assert.equal(guideMarkup(read(name)).title, deskVi[`guide.${name}`], name);
  const common = new Set(textsOf('start', 'strong'));
  const roles: readonly Role[] = [...STAFF_ROLES, 'auditor', 'admin'];
  for (const role of roles) {
    const own = GUIDE_NAMES.filter((name) => (GUIDE_ROLES[name] as readonly Role[] | null)?.includes(role));
    const told = new Set(own.flatMap((name) => textsOf(name, 'strong')));
    const screens = screensOf({ id: 'x', name: 'x', roles: [role], communes: '*' } as never).flatMap(
      (group) => group.screens,
    );
    for (const { word } of notEmpty(screens)) {
      assert.ok(common.has(deskVi[word]), `start.md does not name ${deskVi[word]}`);
      assert.ok(told.has(deskVi[word]), `no guide for ${role} names ${deskVi[word]}`);
    }
  }
});

test('every link leads to a page and a heading that are there, every picture is one of docs/screens', () => {
  const dead: string[] = [];
  for (const name of FILES) {
    for (const { type, href = '' } of notEmpty(guideParts(name))) {
      if (type === 'image' && (pictureName(href) === null || !existsSync(new URL(href, FOLDER))))
        dead.push(`${name}.md: picture ${href}`);
      if (type !== 'link') continue;
      const [file, anchor] = href.split('#');
      const there = new URL(file || `${name}.md`, FOLDER);
      const ids = existsSync(there)
        ? partsOf(guideTokens(readFileSync(there, 'utf8')) as readonly Part[])
            .filter((part) => part.type === 'heading')
            .map((part) => headingId(part.text ?? ''))
        : [];
      if (ids.length === 0 || (anchor !== undefined && !ids.includes(decodeURIComponent(anchor))))
        dead.push(`${name}.md: ${href}`);
      // Between guides the way leads on here too; the rest of the documentation is named, not served.
      if (!href.startsWith('../') && guideHref(href) === null) dead.push(`${name}.md: ${href} is not served`);
    }
  }
  assert.deepEqual(dead, []);
  const listed = guideParts('README').flatMap(({ type, href }) => (type === 'link' ? [href] : []));
  assert.deepEqual(
    GUIDE_NAMES.filter((name) => !listed.includes(`${name}.md`)),
    [],
    'the list names every guide',
  );
});

test('a guide has one title, headings without gaps that differ, and no markup beside Markdown', () => {
  for (const name of FILES) {
    const headings = guideParts(name).filter(({ type }) => type === 'heading');
    assert.equal(headings.filter(({ depth }) => depth === 1).length, 1, name);
    assert.ok(
      headings.every(({ depth }) => depth === 1 || depth === 2),
      name,
    );
    const ids = headings.map(({ text }) => headingId(text ?? ''));
    assert.equal(new Set(ids).size, ids.length, `${name}: ${ids.join(', ')}`);
    assert.deepEqual(textsOf(name, 'html'), [], name);
    assert.deepEqual(textsOf(name, 'table'), [], `${name}: a table does not fit a phone, a list does`);
  }
});
