export const HOLDER_KINDS = ['person', 'couple', 'household', 'organisation', 'community', 'group', 'unknown'] as const;
export type HolderKind = (typeof HOLDER_KINDS)[number];

const ORGANISATION =
  /^(?:ubnd|uỷ ban|ủy ban|công ty|cty|cty\.|doanh nghiệp|dntn|hợp tác xã|htx|trường|trạm|ngân hàng|xí nghiệp|nhà máy|ban quản lý|bql|chi cục|sở|phòng|trung tâm|bệnh viện|bưu điện|tổng công ty|tập đoàn|quân đội|công an|hội|đoàn (?:thanh niên|thể|kinh tế|địa chất)|đảng ủy|nhà thờ|chùa|giáo xứ|tổ chức)(?=[\s.,]|$)/u;
const COMMUNITY =
  /^(?:cộng đồng|nhà văn hóa|nhà văn hoá|đình|đền|miếu|thôn|xóm|bản|tổ dân phố|tdp|dòng họ)(?=[\s.,]|$)/u;
const HOUSEHOLD = /^hộ(?:\s+(?:ông|bà|gia đình))?(?=[\s.,:]|$)/u;
const COUPLE = /\s(?:và|&|\+|-)\s+(?:vợ|chồng|bà|ông)(?=\s)|^(?:vợ chồng)\s/u;
/** Names joined without a word that says how they belong together: co-users until somebody who knows says more. */
const JOINED = /\p{L}\s+(?:và|&|\+|-)\s+\p{L}/u;
const NOBODY = /^(?:đất công|chưa rõ|không rõ|chưa xác định|vắng chủ|-+|\?+)$/u;

/**
 * What kind of holder a legacy name means, by its own words only; the name itself stays as it was written. A doubtful
 * case is a person: it names somebody.
 */
export function classifyHolder(name: string): HolderKind {
  const text = name.trim().toLowerCase().normalize('NFC');
  if (text === '' || NOBODY.test(text)) return 'unknown';
  if (HOUSEHOLD.test(text)) return 'household';
  if (ORGANISATION.test(text)) return 'organisation';
  if (COMMUNITY.test(text)) return 'community';
  if (COUPLE.test(text)) return 'couple';
  return JOINED.test(text) ? 'group' : 'person';
}

/** Who only manages land, by the holder's own words: the commune's committee. */
export function managesLand(name: string): boolean {
  return /^(?:ubnd|u[ỷy] ban|ủy ban)/iu.test(name.trim());
}
