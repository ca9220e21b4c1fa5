import { getProjection, isPlausible } from '../crs.ts';
import type { FieldError } from '../problem/problem.ts';
import type { Language } from '../words/language.ts';
import { type ControlPoint, SHEET_SYSTEMS } from './map-sheet.ts';

const WORDS = {
  system: {
    vi: 'phải là hệ VN-2000 mà hệ thống giữ nguyên toạ độ',
    en: 'must be a VN-2000 system in which land is kept as it is',
  },
  scale: { vi: 'phải là một tỷ lệ có hạn sai: {scales}', en: 'must be a scale that has a tolerance: {scales}' },
  outside: { vi: 'nằm ngoài ảnh', en: 'lies outside the picture' },
  swapped: {
    vi: 'X là hướng bắc (7 chữ số), Y là hướng đông (6 chữ số); hai số này đang bị đổi chỗ',
    en: 'X is north (7 digits) and Y is east (6 digits); these two stand the wrong way round',
  },
  abroad: { vi: 'toạ độ không nằm trong hệ đã chọn', en: 'the coordinates do not lie in the system chosen' },
  named: { vi: 'tên điểm đã có', en: 'another point has this name' },
  twice: { vi: 'trùng chỗ với điểm {other}', en: 'is in the same place as point {other}' },
} as const;

/** What is wrong with the points of a sheet, each said of its place in the list; none where they can be kept. */
export function checkPoints(
  { srid, scale, points }: { readonly srid: number; readonly scale: number; readonly points: readonly ControlPoint[] },
  { width, height, scales }: { readonly width: number; readonly height: number; readonly scales: readonly number[] },
  language: Language,
): FieldError[] {
  const errors: FieldError[] = [];
  const say = (field: string, word: keyof typeof WORDS, fill: Readonly<Record<string, string>> = {}) =>
    errors.push({ field, message: WORDS[word][language].replace(/\{(\w+)\}/g, (_, key: string) => fill[key] ?? '') });
  if (!scales.includes(scale)) say('scale', 'scale', { scales: scales.map((one) => `1:${one}`).join(', ') });
  if (!SHEET_SYSTEMS.includes(srid)) {
    say('srid', 'system');
    return errors;
  }
  const system = getProjection(srid);
  for (const [at, { name, x, y, east, north }] of points.entries()) {
    const field = `points[${at}]`;
    const before = points.slice(0, at);
    if (x > width || y > height) say(field, 'outside');
    if (!isPlausible(system, east, north)) say(field, isPlausible(system, north, east) ? 'swapped' : 'abroad');
    if (before.some((other) => other.name === name)) say(field, 'named');
    const same = before.find(
      (other) => (other.x === x && other.y === y) || (other.east === east && other.north === north),
    );
    if (same) say(field, 'twice', { other: same.name });
  }
  return errors;
}
