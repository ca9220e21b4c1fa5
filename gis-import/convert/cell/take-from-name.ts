import type { IdentityNumberMatch } from '../../../server/domain/identity-number/find-identity-numbers.ts';

/** Words that announce the number, and the mark behind them; whoever wrote them meant the number, not the name. */
const BEFORE =
  /[\s,;:.\-–/]*(?:\(\s*)?(?:(?:giấy tờ|số|thẻ|có|mang)\s+)*(?:(?:c[mc]nd|cmt(?:nd)?|cccd|cc|đdcn|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?|định danh(?: cá nhân)?|giấy tờ)\s*)?(?:số)?\s*[:.\-/]*\s*$/iu;
/** Day and place of issue, to the end or to the next person. */
const BEHIND =
  /^\s*(?:[,;\-–/]?\s*(?:(?:do|ngày)?\s*(?:ca|công an|cục)\b.*?|(?:ngày\s+)?cấp\b.*?|nơi cấp\b.*?))?(?:\)|$|(?=\s(?:và|&|\+)\s)|(?=\s*;))/iu;

/** A name without the identity numbers in it, and without the words that came with them: `Trần Văn Thử CMND: …`. */
export function takeFromName(name: string, found: readonly IdentityNumberMatch[]): string {
  let taken = '';
  let at = 0;
  for (const { start, end } of found) {
    const ahead = name.slice(at, start);
    const cut = ahead.replace(BEFORE, '');
    const opened = ahead.slice(cut.length).includes('(');
    taken += cut;
    const behind = BEHIND.exec(name.slice(end))?.[0] ?? '';
    // A bracket is closed with the number only where it was opened with it.
    at = end + (behind.endsWith(')') && !opened ? behind.length - 1 : behind.length);
  }
  return (taken + name.slice(at))
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s+(?=[,;])/g, '')
    .replace(/^[\s,;:\-–/]+|[\s,;:\-–/(]+$/g, '');
}
