import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText, encodeText, type TextEncoding } from '../../../server/domain/encoding/codec.ts';
import {
  type ColumnVerdict,
  createColumnEvidence,
  fileEncoding,
  judgeCell,
} from '../../../server/domain/encoding/evidence.ts';
import { createNames, type Names } from '../sheet/names.ts';
import { createRandom, type Random } from './random.ts';

const FILES = 1000;

interface TextColumn {
  readonly cells: Uint8Array[];
  readonly verdict: ColumnVerdict;
}

interface TextFile {
  readonly encoding: TextEncoding;
  readonly columns: TextColumn[];
}

const holder = (names: Names, random: Random): string =>
  names[random.weighted({ person: 60, household: 20, couple: 10, organisation: 10 })]();

/** Holders, addresses, hamlets, and a column of remarks that is mostly empty; some in capitals, some cut by their field. */
function textFile(seed: number, fewest: number, most: number): TextFile {
  const random = createRandom(seed);
  const names = createNames(random.next);
  const encoding = random.weighted({ tcvn3: 50, vni: 22, utf8: 22, cp1258: 3, viscii: 3 });
  const records = random.integer(fewest, most);
  const capitals = random.chance(0.15);
  const width = random.chance(0.3) ? 24 : 60;
  const remark = (): string => random.weighted({ '': 70, 'Đất ở': 15, 'Đường đi': 15 });
  const sources = [() => holder(names, random), () => names.address(), () => names.hamlet(), remark];
  const columns = sources.map((source) => {
    const evidence = createColumnEvidence();
    const cells = Array.from({ length: records }, () => {
      const value = source();
      return encodeText(capitals ? value.toUpperCase() : value, encoding).subarray(0, width);
    });
    for (const cell of cells) evidence.add(cell);
    return { cells, verdict: evidence.verdict() };
  });
  return { encoding, columns };
}

test('1,000 files of 20 to 400 records: at least 99.5 % right, none wrong with confidence, no cell taken for a stranger', () => {
  let wrong = 0;
  let unsure = 0;
  let strangers = 0;
  for (let seed = 1; seed <= FILES; seed++) {
    const { encoding, columns } = textFile(seed, 20, 400);
    const { detected, confidence } = fileEncoding(columns.map((column) => column.verdict));
    if (detected !== encoding) wrong++;
    else if (confidence < 0.9) unsure++;
    assert.ok(detected === encoding || confidence < 0.9, `seed ${seed}: ${detected} for ${encoding} at ${confidence}`);
    for (const { cells, verdict } of columns) {
      const sure = verdict.confidence >= 0.9 && verdict.encoding !== 'ascii';
      assert.ok(!sure || verdict.encoding === encoding, `seed ${seed}: column ${verdict.encoding} for ${encoding}`);
      if (verdict.encoding !== encoding) continue;
      for (const cell of cells) if (judgeCell(cell, verdict).differs) strangers++;
    }
  }
  assert.ok(wrong <= FILES * 0.005, `${wrong} wrong`);
  assert.ok(unsure <= FILES * 0.01, `${unsure} right but not confident`);
  assert.ok(strangers <= 10, `${strangers} cells taken for another encoding`);
});

test('1,000 files of one to six records: wrong ones are known to be doubtful', () => {
  let wrong = 0;
  for (let seed = 1; seed <= FILES; seed++) {
    const { encoding, columns } = textFile(seed, 1, 6);
    const { detected, confidence } = fileEncoding(columns.map((column) => column.verdict));
    if (detected === 'ascii' || detected === encoding) continue;
    wrong++;
    assert.ok(confidence < 0.9, `seed ${seed}: ${detected} for ${encoding} at ${confidence}`);
  }
  assert.ok(wrong <= FILES * 0.01, `${wrong} wrong`);
});

test('a tenth of the cells in another encoding: the column holds, and 95 of 100 strangers are found', () => {
  const pairs = [
    ['tcvn3', 'vni'],
    ['vni', 'tcvn3'],
    ['tcvn3', 'utf8'],
    ['utf8', 'tcvn3'],
    ['vni', 'utf8'],
    ['utf8', 'vni'],
  ] as const;
  for (const [own, other] of pairs) {
    const random = createRandom(11);
    const names = createNames(random.next);
    const evidence = createColumnEvidence();
    const rows = Array.from({ length: 2000 }, (_, at) => {
      const value = at % 2 === 0 ? names.person() : names.address();
      const encoding = random.chance(0.1) ? other : own;
      return { value, encoding, bytes: encodeText(value, encoding) };
    }).filter((row) => row.bytes.some((byte) => byte >= 0x80));
    for (const row of rows) evidence.add(row.bytes);
    const verdict = evidence.verdict();
    assert.equal(verdict.encoding, own);
    const strangers = rows.filter((row) => row.encoding === other);
    const right = (row: (typeof rows)[0]): boolean =>
      decodeText(row.bytes, judgeCell(row.bytes, verdict).encoding).toLowerCase() === row.value.toLowerCase();
    assert.ok(strangers.length > 100);
    assert.ok(strangers.filter(right).length >= strangers.length * 0.95, `${other} in ${own}`);
    assert.deepEqual(
      rows.filter((row) => row.encoding === own && !right(row)).map((row) => row.value),
      [],
    );
  }
});
