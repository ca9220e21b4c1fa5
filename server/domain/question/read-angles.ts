import { searchKey } from '../encoding/search-key.ts';

/** 21° 16' 22,8" and 21d16m22.8s; after signs were made plain (clean-text.ts). Minutes and seconds may be missing. */
const NUMBER = String.raw`\d{1,3}(?:[.,]\d{1,12})?`;
/** A number without its sign is seconds, unless it begins the next angle. */
const SECONDS_END = String.raw`(?!\d|[.,]\d)(?: ?(?:giay|s|")|(?! ?(?:°|do?(?= ?\d))))`;
const ANGLE = new RegExp(
  `(?<degrees>${NUMBER}) ?(?:°|do|d)(?: ?(?<minutes>${NUMBER}) ?(?:'|phut|m)(?: ?(?<seconds>${NUMBER})${SECONDS_END})?)?`,
  'y',
);
/** N, E; bắc, đông. South and west have no land of ours. Latitude and longitude are told apart by size. */
const SIDE = /(?:bac|dong|vi do|kinh do|lat|lon|lng|[nbed])(?![a-z])[ :.=]?/y;
const BETWEEN = /[ ,;:\t]/y;

function toDegrees(groups: Record<string, string | undefined>): number | undefined {
  const [degrees, minutes, seconds] = [groups.degrees, groups.minutes ?? '0', groups.seconds ?? '0'].map((text) =>
    Number(text?.replace(',', '.')),
  ) as [number, number, number];
  return minutes < 60 && seconds < 60 ? degrees + minutes / 60 + seconds / 3600 : undefined;
}

/** Two angles with degree signs and nothing else in the text, in their order; undefined otherwise. */
export function readAngles(clean: string): readonly [number, number] | undefined {
  const text = searchKey(clean.replaceAll('\t', ' '));
  const angles: number[] = [];
  for (let at = 0; at < text.length; ) {
    const matched = [ANGLE, SIDE, BETWEEN].find((pattern) => {
      pattern.lastIndex = at;
      return pattern.test(text);
    });
    if (!matched) return undefined;
    const end = matched.lastIndex;
    if (matched === ANGLE) {
      ANGLE.lastIndex = at;
      const angle = toDegrees(ANGLE.exec(text)?.groups ?? {});
      if (angle === undefined || angles.length === 2) return undefined;
      angles.push(angle);
    }
    at = end;
  }
  return angles.length === 2 ? [angles[0]!, angles[1]!] : undefined;
}
