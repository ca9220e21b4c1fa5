import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signOutPage } from './sign-out-page.ts';

test('the name of who is signed in stands in the question as it is', () => {
  const frame = {
    language: 'vi',
    theme: 'auto',
    nonce: 'n0nce',
    files: undefined,
    publicUrl: 'https://land.example',
    address: '/auth/logout',
    demo: false,
  } as const;
  assert.match(signOutPage(frame, "Chị $& <Mẫu> $'").markup, /với tên Chị \$&amp; &lt;Mẫu&gt; \$&#39;\./);
});
