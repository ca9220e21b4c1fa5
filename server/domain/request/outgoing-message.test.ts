import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES } from '../words/language.ts';
import { composeMessage, MESSAGE_KINDS } from './outgoing-message.ts';

test('every message has words of its own in both languages, the reference and the way to follow it', () => {
  const said = new Set<string>();
  for (const language of LANGUAGES) {
    for (const kind of MESSAGE_KINDS) {
      const { subject, text } = composeMessage(kind, language, 'YC-2026-000012', 'https://diaba.example/');
      assert.match(subject, /YC-2026-000012/);
      assert.match(
        text,
        /YC-2026-000012.*\.\n\n.*https:\/\/diaba\.example\/requests\/follow\?reference=YC-2026-000012\n$/,
      );
      assert.doesNotMatch(subject + text, /[{}]/);
      said.add(text);
    }
  }
  assert.equal(said.size, LANGUAGES.length * MESSAGE_KINDS.length);
});
