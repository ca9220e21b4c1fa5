import type { Commune } from '../../../server/domain/contract/communes.ts';
import { searchKey } from '../../../server/domain/encoding/search-key.ts';
import { bareName } from '../../../server/domain/question/match-name.ts';

/** What an officer says of a file before it is sent; empty where the file itself is to say it. */
export interface FileOptions {
  readonly commune: string;
  readonly sheet: string;
  readonly scale: string;
  readonly at: string;
  /** Id of the column profile by which it is read; without one its columns are known by their names. */
  readonly columns?: string;
}

const SCALES = ['200', '500', '1000', '2000', '5000', '10000'];
const SHEET = /(?:^|[^a-z])(?:to|sheet|tbd|bando|dc)[\s_.-]*0*(\d{1,4}[a-z]?)(?![\d])/;
const DAY = /(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/;

/**
 * Commune, sheet, scale and day from the name of a file, as offices call them: `99001_to-12_1-500_20240630.zip`. With one
 * commune to serve there is no other.
 */
export function guessOptions(fileName: string, communes: readonly Pick<Commune, 'code' | 'name'>[]): FileOptions {
  const name = searchKey(fileName.replace(/\.\w+$/, ''));
  const joined = name.replaceAll(/[\s_.-]+/g, '');
  const byCode = communes.find(({ code }) => name.split(/\D+/).includes(code));
  const byName = communes.find((commune) => joined.includes(searchKey(bareName(commune.name)).replaceAll(' ', '')));
  const day = DAY.exec(name);
  const rest = day ? name.replace(day[0], ' ') : name;
  const scale = SCALES.find((one) =>
    new RegExp(`(?<!\\d)(?:1[-_:])${one}(?!\\d)|(?:tl|ty le)[-_ ]*(?:1[-_:])?${one}(?!\\d)`).test(rest),
  );
  return {
    commune: (byCode ?? byName ?? (communes.length === 1 ? communes[0] : undefined))?.code ?? '',
    sheet: SHEET.exec(rest)?.[1] ?? '',
    scale: scale ?? '',
    at: day ? `${day[1]}-${day[2]}-${day[3]}` : '',
  };
}
