/**
 * A binary heap of cell numbers over flat arrays, the highest `most` first. Equal ones come out in the order in which
 * the library "tinyqueue" would give them.
 */

/** Puts a cell into a heap of `size`. */
export function pushCell(heap: Int32Array, most: Float64Array, cell: number, size: number): void {
  const value = most[cell]!;
  let at = size;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const other = heap[parent]!;
    if (most[other]! >= value) break;
    heap[at] = other;
    at = parent;
  }
  heap[at] = cell;
}

/** Takes the first off a heap of `size`. */
export function popCell(heap: Int32Array, most: Float64Array, size: number): number {
  const top = heap[0]!;
  const length = size - 1;
  if (length === 0) return top;
  const item = heap[length]!;
  const value = most[item]!;
  const half = length >> 1;
  let at = 0;
  while (at < half) {
    let child = (at << 1) + 1;
    if (child + 1 < length && most[heap[child + 1]!]! > most[heap[child]!]!) child++;
    const other = heap[child]!;
    if (value >= most[other]!) break;
    heap[at] = other;
    at = child;
  }
  heap[at] = item;
  return top;
}
