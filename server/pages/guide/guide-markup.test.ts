import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guideHref, guideMarkup, headingId, pictureName } from './guide-markup.ts';

test('a guide becomes markup: title, parts with names that links lead to, steps, names in bold, keys', () => {
  const { title, parts, body } = guideMarkup(
    '# Tách & hợp\n\nMở **Thửa đất**.\n\n## Tách thửa, hợp thửa\n\n1. Bấm `Ctrl K`\n2. Xong\n\n## Rà soát\n',
  );
  assert.equal(title, 'Tách & hợp');
  assert.deepEqual(parts, [
    { id: 'tách-thửa-hợp-thửa', text: 'Tách thửa, hợp thửa' },
    { id: 'rà-soát', text: 'Rà soát' },
  ]);
  assert.doesNotMatch(body.markup, /<h1/);
  assert.match(body.markup, /<h2 id="tách-thửa-hợp-thửa">/);
  assert.match(body.markup, /<strong>Thửa đất<\/strong>/);
  assert.match(body.markup, /<ol>\s*<li>Bấm <code>Ctrl K<\/code><\/li>/);
});

test('links between guides lead on here, those to other pages are named, pictures come from one folder', () => {
  assert.equal(guideHref('officer.md'), '/guides/officer');
  assert.equal(guideHref('officer.md#rà-soát'), '/guides/officer#rà-soát');
  assert.equal(guideHref('README.md'), '/guides');
  assert.equal(guideHref('#rà-soát'), '#rà-soát');
  for (const other of ['../operations.md', 'none.md', 'javascript:alert(1)', 'http://evil.example', '//evil.example'])
    assert.equal(guideHref(other), null, other);
  assert.equal(pictureName('../screens/desk-home.png'), 'desk-home.png');
  for (const other of ['../../package.json', '../screens/../x.png', 'https://evil.example/x.png'])
    assert.equal(pictureName(other), null, other);
  const { markup } = guideMarkup(
    '[a](start.md) [b](../operations.md#x) ![Bàn "làm" việc](../screens/desk-home.png) ![c](/etc/x.png)',
  ).body;
  assert.match(markup, /<a href="\/guides\/start">a<\/a> b \(<code>docs\/operations\.md#x<\/code>\)/);
  assert.match(markup, /<img src="\/guides\/pictures\/desk-home\.png" alt="Bàn &quot;làm&quot; việc">/);
  assert.equal(markup.match(/<img/g)?.length, 1);
});

test('markup in a guide is text', () => {
  const { markup } = guideMarkup('# A\n\n<script>alert(1)</script>\n\nx <img src=x onerror=y> <b>z</b>').body;
  assert.doesNotMatch(markup, /<(script|img|b)\b/);
  assert.match(markup, /&lt;script&gt;/);
});

test('a heading is called as on the web pages of repositories', () => {
  assert.equal(headingId('Làm trích lục và giấy tờ khác'), 'làm-trích-lục-và-giấy-tờ-khác');
  assert.equal(headingId('Chữ sai, lệch toạ độ: cột?'), 'chữ-sai-lệch-toạ-độ-cột');
});
