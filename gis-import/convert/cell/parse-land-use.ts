/** One purpose of a parcel; `areaM2` is exact decimal text, null when the source gives only the code. */
export interface Purpose {
  readonly code: string;
  readonly areaM2: string | null;
}

const ITEM = /^([A-ZĐ0-9]{1,4})(?:[\s:=(]+(\d+(?:[.,]\d+)?)\s*(?:M2|M²)?\)?)?$/;

/**
 * Splits a joined purpose string: `ONT+CLN`, `ONT 200; CLN 145,5`, `ont/cln`. Codes that are not known are kept as
 * written: whether a code exists is a check, not a conversion.
 */
export function parseLandUse(raw: string): Purpose[] {
  const text = raw.trim().toUpperCase().normalize('NFC');
  if (text === '') return [];
  return text
    .split(/\s*[+;/&]\s*|\s*,\s+|\s*,(?=[A-ZĐ])|\s+-\s+|(?<=[A-ZĐ])-(?=[A-ZĐ])/)
    .filter((item) => item !== '')
    .map((item) => {
      const match = ITEM.exec(item);
      const code = match?.[1] ?? item.slice(0, 40);
      return { code, areaM2: match?.[2]?.replace(',', '.') ?? null };
    });
}
