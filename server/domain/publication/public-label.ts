import { findIdentityNumbers } from '../identity-number/find-identity-numbers.ts';
import { namesSomebody } from './names-somebody.ts';

const LONGEST = 120;
/** A telephone or identity number, also in groups; a dotted mask of one. */
const MANY_DIGITS = /(?:\d[\s.-]?){8}|•/;
const ADDRESS_OF_SOMEBODY = /@|\bhttps?:/i;

/** Common words in which a word that names somebody stands for nobody: "nhà máy", "chủ yếu", "hộ lan". */
const NOBODYS =
  /(?<![\p{L}\p{M}])(?:nhà (?:ở|máy|trẻ|nước|văn hóa|văn hoá|sinh hoạt|ga|thờ|thi đấu|hát|kho|xưởng|tang lễ|hỏa táng|công vụ|tái định cư|cao tầng|liền kề)|chủ (?:yếu|trương|đầu tư|quản)|hộ (?:lan|khẩu)|bà (?:chúa kho|triệu|trưng)|gần (?:đường|sông|trường|chợ)|giáp (?:đường|sông|ranh|ranh giới)|qua (?:đường|sông|cầu))(?![\p{L}\p{M}])/giu;
/** Kinds of places that are called after people: what follows counts as a street's name does, of which few are somebody's. */
const PUBLIC_PLACE =
  /^(?:trường|trạm|bệnh viện|trung tâm|đường|phố|quốc lộ|tỉnh lộ|đền|chùa|đình|miếu|lăng|khu di tích|cầu|chợ|công viên|quảng trường)\s/iu;

/**
 * A class or a name of a thematic layer as the public may read it, or null where it reads like a person, like ground told by its owner or
 * like somebody's number. Rather one name too many is held back. Never throws.
 */
export function publicLabel(text: string): string | null {
  const clean = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (clean === '' || clean.length > LONGEST) return null;
  if (MANY_DIGITS.test(clean) || ADDRESS_OF_SOMEBODY.test(clean) || findIdentityNumbers(clean).length > 0) return null;
  const rest = clean.replace(NOBODYS, ' ').replace(/\s+/gu, ' ').trim();
  const place = PUBLIC_PLACE.test(rest);
  return namesSomebody(rest, place ? 'street' : 'field') ? null : clean;
}
