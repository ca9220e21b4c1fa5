/** A .shp of polygons, each of rings. */
export function writeShp(polygons: readonly (readonly (readonly [number, number])[])[][]): ArrayBuffer {
  const contents = polygons.map((rings) => {
    const points = rings.flat();
    const view = new DataView(new ArrayBuffer(44 + rings.length * 4 + points.length * 16));
    view.setInt32(0, 5, true);
    view.setInt32(36, rings.length, true);
    view.setInt32(40, points.length, true);
    let start = 0;
    for (const [at, ring] of rings.entries()) {
      view.setInt32(44 + at * 4, start, true);
      start += ring.length;
    }
    for (const [at, [x, y]] of points.entries()) {
      view.setFloat64(44 + rings.length * 4 + at * 16, x, true);
      view.setFloat64(44 + rings.length * 4 + at * 16 + 8, y, true);
    }
    return new Uint8Array(view.buffer);
  });
  const size = contents.reduce((sum, { length }) => sum + 8 + length, 100);
  const file = new Uint8Array(size);
  const view = new DataView(file.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, size / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, 5, true);
  let at = 100;
  for (const [number, content] of contents.entries()) {
    view.setInt32(at, number + 1);
    view.setInt32(at + 4, content.length / 2);
    file.set(content, at + 8);
    at += 8 + content.length;
  }
  return file.buffer;
}
