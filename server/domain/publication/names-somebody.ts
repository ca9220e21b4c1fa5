import type { Sort } from './cut-address.ts';
import { HISTORICAL_PERSONS } from './historical-persons.ts';

const wordOf = (words: string, flags = 'iu') =>
  new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${words})(?![\\p{L}\\p{M}\\p{N}])`, flags);

/** Words that make a description of somebody's ground out of a name ("ngõ nhà ông Hùng"), also without their marks. */
const SOMEBODYS = wordOf(
  'ông|bà|anh|chị|cụ|cô|chú|dì|cậu|mợ|thím|vợ|chồng|hộ|nhà|gia đình|chủ|họ tên|đồng chí|đ/c|cmnd|cccd|cmt|cmtnd|sđt|đt|điện thoại' +
    '|nha (?:ong|ba|anh|chi|cu|co|chu)|gia dinh|ong ba|(?:ong|ba) (?:nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly)',
);
/** A shortened title before a name: "Ô. Hùng". */
const SHORT_TITLE = /(?<![\p{L}\p{M}\p{N}])(?:ô|ông|b|bà|a|c)\.\s*\p{L}/iu;
/** Where a place lies is told by what others own, in small letters: "thôn Hạ giáp Trần Mai". */
const BESIDE = wordOf('vào|qua|cạnh|giáp|của|gần|sau|trước|đối diện|bác|bán cho|mua của|tên', 'u');
/** In the middle of a name these are a person's. */
const MIDDLE_NAME = /^\S.*\s(?:văn|thị|hữu|bá|viết|khắc|duy)\s/iu;
/** Of these two streets have their names only from figures. */
const MOSTLY_PERSONS = /^\S.*\s(?:văn|thị)\s/iu;
/** Surnames that are seldom a syllable of a place. */
const SURNAME = 'nguyễn|trần|lê|phạm|huỳnh|phan|võ|đặng|bùi|đỗ|ngô|đinh|trịnh|trương';
const SURNAME_FIRST = new RegExp(`^(?:${SURNAME})\\s+\\S+\\s+\\S`, 'iu');
const ONLY_A_NAME = new RegExp(`^(?:${SURNAME})\\s+\\S+$`, 'iu');
const SURNAME_INSIDE = new RegExp(`\\s(?:${SURNAME})\\s+\\S`, 'iu');

const OF_OLD = wordOf([...HISTORICAL_PERSONS].sort((a, b) => b.length - a.length).join('|'), 'giu');

/**
 * Whether the proper part of a place's name reads like a person, or like ground told by its owner. Rather one place too
 * many is held back: a hamlet called Lê Lợi stays, a field called Trần Mai does not.
 */
export function namesSomebody(proper: string, sort: Sort): boolean {
  const rest = proper.replace(OF_OLD, '').trim();
  if (SOMEBODYS.test(rest) || SHORT_TITLE.test(rest) || BESIDE.test(rest)) return true;
  if (sort === 'street') return MOSTLY_PERSONS.test(rest);
  if (MIDDLE_NAME.test(rest) || SURNAME_FIRST.test(rest) || SURNAME_INSIDE.test(rest)) return true;
  return (sort === 'field' || sort === 'lane') && ONLY_A_NAME.test(rest);
}
