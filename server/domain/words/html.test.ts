import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from './html.ts';

test('text from outside never becomes markup, in text or in an attribute', () => {
  const evil = `<script>alert("1")</script>' &`;
  assert.equal(
    html`<p title="${evil}">${evil}</p>`.markup,
    '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; &amp;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; &amp;</p>',
  );
});
test('markup made here stays markup, lists are joined, nothing shows as nothing', () => {
  assert.equal(
    html`<ul>${['a', 'b'].map((text) => html`<li>${text}</li>`)}${null}${undefined}${false}${0}</ul>`.markup,
    '<ul><li>a</li><li>b</li>0</ul>',
  );
});
