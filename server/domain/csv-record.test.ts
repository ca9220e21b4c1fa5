import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvRecord } from './csv-record.ts';

test('text that a spreadsheet would run begins with an apostrophe', () => {
  for (const text of ['=1+1', '+84', '-5', '@SUM(A1)', '\tx', '=cmd|x', '\uff1d1', '\uff20x']) {
    assert.equal(csvRecord([text]), `'${text}\r\n`, text);
  }
  assert.equal(csvRecord(['\r=1']), '"\'\r=1"\r\n');
  assert.equal(csvRecord(['a=1', 'Thôn -Thử', '']), 'a=1,Thôn -Thử,\r\n');
});

test('numbers stay numbers, and nothing is an empty field', () => {
  assert.equal(csvRecord([-5, 0, 12.5, null]), '-5,0,12.5,\r\n');
});

test('commas, quotes and line breaks are quoted (RFC 4180)', () => {
  assert.equal(csvRecord(['a,b', 'say "x"', 'two\nlines']), '"a,b","say ""x""","two\nlines"\r\n');
  assert.equal(csvRecord(['=HYPERLINK("x","y")']), '"\'=HYPERLINK(""x"",""y"")"\r\n');
});
