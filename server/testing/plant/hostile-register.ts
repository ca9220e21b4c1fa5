/** Texts that break pages which trust them, registered as names of communes and addresses of parcels. */
import { addLand, type Land } from './add-land.ts';

/** Kind → text. NUL is missing: PostgreSQL holds none; questions may have it. */
export const HOSTILE: Readonly<Record<string, string>> = {
  script: '<script>alert(1)</script>',
  attribute: '"onmouseover="alert(1)" \'onfocus=\'alert(2)',
  'end of JSON-LD': '</script><script>alert(1)</script><!--',
  template: '{{7*7}} {q} {n} $& $1 %s',
  style: '}*{display:none}/*</style><style>*{display:none}',
  drawing: '</text></svg><svg onload="alert(1)"><image href="x" onerror="alert(1)"/>',
  'right to left': '\u2067và nữa\u200F \u202Eđảo ngược',
  'ten thousand letters': 'ThửaĐất'.repeat(1429),
  emoji: '👩🏽‍🌾🏡🇻🇳 xóm 🌾',
  combining: `Zalgo${'e\u0301\u0323\u0302'.repeat(60)}`,
  invisible: 'a\u200B\u2060\uFEFFb\u0007\u001Bc\u2028d',
};

export interface HostileLand {
  readonly kind: string;
  readonly text: string;
  readonly unit: string;
  readonly parcel: string;
}

/** One commune and one parcel for each text; parcels lie in a row of 40 m squares from 416700 2353500. */
export async function addHostileLand(migratorUrl: string): Promise<HostileLand[]> {
  const kinds = Object.entries(HOSTILE);
  const land = kinds.map(([, text], i): Land => {
    const x = 416_700 + i * 40;
    return {
      unit: { code: String(99101 + i), name: `Xã ${text}` },
      sheet: '77',
      no: String(i + 1),
      address: `Thôn ${text}, ${text}`,
      shape: `POLYGON((${x} 2353500, ${x + 40} 2353500, ${x + 40} 2353540, ${x} 2353540, ${x} 2353500))`,
    };
  });
  const ids = await addLand(migratorUrl, land);
  return kinds.map(([kind, text], i) => ({ kind, text, unit: land[i]!.unit.code, parcel: ids[i]! }));
}
