import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mayBeEmpty } from '../../testing/not-empty.ts';
import {
  appendLeaves,
  consistencyRanges,
  EMPTY_ROOT,
  foldSubtrees,
  fullSubtrees,
  inclusionRanges,
  leafHash,
  nodeHash,
  type Range,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';

/** The entries of the test vectors of RFC 6962's reference logs. */
const ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** The definition of the RFC, word by word. */
function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return EMPTY_ROOT;
  if (leaves.length === 1) return leaves[0]!;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

test('roots of sizes 0 to 8 are those of the published test vectors', () => {
  for (const [size, root] of ROOTS.entries()) {
    const leaves = ENTRIES.slice(0, size).map(leafHash);
    assert.equal(Buffer.from(naiveRoot(leaves)).toString('hex'), root);
    assert.equal(Buffer.from(appendLeaves(0, [], leaves).root).toString('hex'), root);
  }
});

const leavesOf = (size: number) => Array.from({ length: size }, (_, at) => leafHash(Buffer.from(String(at))));
const hashOf = (leaves: readonly Uint8Array[]) => (range: Range) => naiveRoot(leaves.slice(range.from, range.to));

test('appending in two steps gives the root of all at once, and every full subtree', () => {
  fc.assert(
    fc.property(fc.nat(70), fc.nat(70), (first, then) => {
      const leaves = leavesOf(first + then);
      const frontier = fullSubtrees({ from: 0, to: first }).map(({ level, index }) =>
        hashOf(leaves)({ from: index * 2 ** level, to: (index + 1) * 2 ** level }),
      );
      const { root, nodes } = appendLeaves(first, frontier, leaves.slice(first));
      assert.deepEqual(Buffer.from(root), Buffer.from(naiveRoot(leaves)));
      for (const { level, index, hash } of mayBeEmpty(nodes))
        assert.deepEqual(
          Buffer.from(hash),
          Buffer.from(hashOf(leaves)({ from: index * 2 ** level, to: (index + 1) * 2 ** level })),
        );
    }),
  );
});

test('a range folds from its full subtrees to its own root', () => {
  fc.assert(
    fc.property(fc.nat(60), (size) => {
      const leaves = leavesOf(size);
      const parts = fullSubtrees({ from: 0, to: size }).map(({ level, index }) =>
        hashOf(leaves)({ from: index * 2 ** level, to: (index + 1) * 2 ** level }),
      );
      assert.deepEqual(Buffer.from(foldSubtrees(parts)), Buffer.from(naiveRoot(leaves)));
    }),
  );
});

test('every leaf is proved to be in, and a flipped bit of leaf, path, size or root is not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), fc.nat(), (size, pick, bit) => {
      const [leaves, position] = [leavesOf(size), pick % size];
      const root = naiveRoot(leaves);
      const proof = inclusionRanges(position, size).map(hashOf(leaves));
      assert.ok(verifyInclusion(leaves[position]!, position, size, proof, root));
      const flip = (hash: Uint8Array) => {
        const copy = Buffer.from(hash);
        copy[(bit >> 3) % 32]! ^= 1 << (bit & 7);
        return copy;
      };
      assert.ok(!verifyInclusion(flip(leaves[position]!), position, size, proof, root));
      assert.ok(!verifyInclusion(leaves[position]!, position, size, proof, flip(root)));
      if (proof.length > 0) {
        const at = pick % proof.length;
        assert.ok(!verifyInclusion(leaves[position]!, position, size, proof.with(at, flip(proof[at]!)), root));
        assert.ok(!verifyInclusion(leaves[position]!, position, size, proof.slice(0, -1), root));
      }
    }),
  );
});

test('a longer log is proved to begin with a shorter one, and one that was rewritten is not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), (size, pick) => {
      const [leaves, earlier] = [leavesOf(size), (pick % size) + 1];
      const [root, earlierRoot] = [naiveRoot(leaves), naiveRoot(leaves.slice(0, earlier))];
      const proof = consistencyRanges(earlier, size).map(hashOf(leaves));
      assert.ok(verifyConsistency(earlier, size, proof, earlierRoot, root));
      const rewritten = leaves.with(pick % earlier, leafHash(Buffer.from('other')));
      const other = consistencyRanges(earlier, size).map(hashOf(rewritten));
      assert.ok(!verifyConsistency(earlier, size, other, earlierRoot, naiveRoot(rewritten)));
    }),
  );
});
