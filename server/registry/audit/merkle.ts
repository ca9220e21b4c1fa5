/**
 * The tree of RFC 6962: hashes, proofs and their verification. Pure; whoever has the roots of the full subtrees can make every
 * proof. Sizes and positions are safe integers: 2^53 entries are more than a register will ever write.
 */
import { createHash } from 'node:crypto';

const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** Leaf hash (2.1): SHA-256 of 0x00 and the entry. */
export const leafHash = (entry: Uint8Array): Buffer => sha256(Uint8Array.of(0), entry);
/** Node hash (2.1): SHA-256 of 0x01, left and right. */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(Uint8Array.of(1), left, right);
/** Root of a log without entries. */
export const EMPTY_ROOT = sha256();

/** A full subtree: 2^level leaves from index · 2^level on; level 0 is a leaf. */
export interface SubtreeId {
  readonly level: number;
  readonly index: number;
}
/** Leaves from `from` up to and without `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The full subtrees of which leaves 0 … size − 1 are made, from left to right. */
export function fullSubtrees({ from, to }: Range): SubtreeId[] {
  const found: SubtreeId[] = [];
  let at = from;
  while (at < to) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= to) level += 1;
    found.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return found;
}

/** Hash of a range from the roots of its full subtrees, in their order. */
export const foldSubtrees = (hashes: readonly Uint8Array[]): Uint8Array =>
  hashes.length === 0
    ? EMPTY_ROOT
    : hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), hashes.at(-1)!);

/** Largest power of two below n. */
const splitOf = (n: number): number => {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
};

/** Ranges whose hashes are the inclusion proof of a leaf (2.1.1, PATH), from the leaf upwards. */
export function inclusionRanges(position: number, size: number): Range[] {
  const walk = (m: number, from: number, n: number): Range[] => {
    if (n <= 1) return [];
    const k = splitOf(n);
    return m < k
      ? [...walk(m, from, k), { from: from + k, to: from + n }]
      : [...walk(m - k, from + k, n - k), { from, to: from + k }];
  };
  return walk(position, 0, size);
}

/** Ranges whose hashes prove that a log of `size` leaves begins with the log of `earlier` leaves (2.1.2, PROOF). */
export function consistencyRanges(earlier: number, size: number): Range[] {
  const walk = (m: number, from: number, n: number, known: boolean): Range[] => {
    if (m === n) return known ? [] : [{ from, to: from + n }];
    const k = splitOf(n);
    return m <= k
      ? [...walk(m, from, k, known), { from: from + k, to: from + n }]
      : [...walk(m - k, from + k, n - k, false), { from, to: from + k }];
  };
  return earlier === 0 || earlier === size ? [] : walk(earlier, 0, size, true);
}

/** Whether the leaf stands at the position of the log with that root (RFC 9162 2.1.3.2). */
export function verifyInclusion(
  leaf: Uint8Array,
  position: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (position >= size) return false;
  let [fn, sn, hash] = [position, size - 1, leaf];
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(sibling, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    } else hash = nodeHash(hash, sibling);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && Buffer.compare(hash, root) === 0;
}

/** Whether the log with the later root begins with the log with the earlier one (RFC 9162 2.1.4.2). */
export function verifyConsistency(
  earlier: number,
  size: number,
  proof: readonly Uint8Array[],
  earlierRoot: Uint8Array,
  root: Uint8Array,
): boolean {
  if (earlier === size) return proof.length === 0 && Buffer.compare(earlierRoot, root) === 0;
  if (earlier === 0 || earlier > size) return false;
  const path = Number.isInteger(Math.log2(earlier)) ? [earlierRoot, ...proof] : [...proof];
  const first = path.shift();
  if (!first) return false;
  let [fn, sn] = [earlier - 1, size - 1];
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  let [fr, sr] = [first, first];
  for (const sibling of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [nodeHash(sibling, fr), nodeHash(sibling, sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    } else sr = nodeHash(sr, sibling);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && Buffer.compare(fr, earlierRoot) === 0 && Buffer.compare(sr, root) === 0;
}

/** A full subtree that new leaves completed. */
export interface NewNode extends SubtreeId {
  readonly hash: Uint8Array;
}

/** Appends leaves to a log of which the full subtrees are known: what was completed, and the new root. */
export function appendLeaves(
  size: number,
  frontier: readonly Uint8Array[],
  leaves: readonly Uint8Array[],
): { readonly nodes: NewNode[]; readonly root: Uint8Array } {
  const stack = fullSubtrees({ from: 0, to: size }).map((id, at) => ({ ...id, hash: frontier[at]! }));
  const nodes: NewNode[] = [];
  for (const [at, leaf] of leaves.entries()) {
    let node: NewNode = { level: 0, index: size + at, hash: leaf };
    for (let left = stack.at(-1); left && left.level === node.level && node.index % 2 === 1; left = stack.at(-1)) {
      stack.pop();
      node = { level: node.level + 1, index: (node.index - 1) / 2, hash: nodeHash(left.hash, node.hash) };
      nodes.push(node);
    }
    stack.push(node);
  }
  return { nodes, root: foldSubtrees(stack.map(({ hash }) => hash)) };
}
