/** What a place is said to be; wider: a district, a town of that level, a province. */
export type PlaceKind = 'commune' | 'local' | 'any' | 'wider';

/** Words before (or, in English, behind) a name that say what it is; longest first. Keys without diacritics. */
export const KINDS: readonly (readonly [key: string, kind: PlaceKind, vietnamese?: string])[] = [
  ['to dan pho', 'local', 'tổ dân phố'],
  ['khu dan cu', 'local', 'khu dân cư'],
  ['thi tran', 'commune', 'thị trấn'],
  ['dac khu', 'commune', 'đặc khu'],
  ['thi xa', 'wider', 'thị xã'],
  ['thanh pho', 'wider', 'thành phố'],
  ['khu pho', 'local', 'khu phố'],
  ['xa', 'commune', 'xã'],
  ['phuong', 'commune', 'phường'],
  ['tt', 'commune', 'thị trấn'],
  ['commune', 'commune'],
  ['ward', 'commune'],
  ['township', 'commune'],
  ['huyen', 'wider', 'huyện'],
  ['quan', 'wider', 'quận'],
  ['tinh', 'wider', 'tỉnh'],
  ['tp', 'wider', 'thành phố'],
  ['tx', 'wider', 'thị xã'],
  ['district', 'wider'],
  ['province', 'wider'],
  ['city', 'wider'],
  ['thon', 'local', 'thôn'],
  ['xom', 'local', 'xóm'],
  ['ban', 'local', 'bản'],
  ['lang', 'local', 'làng'],
  ['ap', 'local', 'ấp'],
  ['khu', 'local', 'khu'],
  ['tdp', 'local', 'tổ dân phố'],
  ['kp', 'local', 'khu phố'],
  ['kdc', 'local', 'khu dân cư'],
  ['duong', 'local', 'đường'],
  ['pho', 'local', 'phố'],
  ['ngo', 'local', 'ngõ'],
  ['to', 'local', 'tổ'],
  ['hamlet', 'local'],
  ['village', 'local'],
  ['street', 'local'],
  ['road', 'local'],
];
/** Letters that stand for such a word where a full stop follows: "P. Bắc Giang", "X.Phúc Hòa". */
export const SHORT_KINDS: readonly (readonly [key: string, kind: PlaceKind, vietnamese: string])[] = [
  ['p', 'commune', 'phường'],
  ['x', 'commune', 'xã'],
  ['h', 'wider', 'huyện'],
  ['q', 'wider', 'quận'],
  // Tỉnh at the end of an address, thôn before that (read-place.ts).
  ['t', 'wider', 'tỉnh'],
  ['d', 'local', 'đường'],
];
export const ENGLISH = new Set(KINDS.filter(([, , vietnamese]) => !vietnamese).map(([key]) => key));
export const KIND_KEYS = new Set(KINDS.map(([key]) => key));
