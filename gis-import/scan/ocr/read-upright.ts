/** Reads a page, and once more the other way up where the first reading makes no sense. */
import { rm } from 'node:fs/promises';
import sharp from 'sharp';
import type { PageTurn } from '../../../server/domain/document/document.ts';
import type { Ocr, Word } from './ocr.ts';

/** From this on, on average, a reading is of letters that stand upright: on their heads they are read with half of it. */
const SENSE = 0.75;
/** Fewer words are a stamp or dust, of which nobody can say how they stand. */
const LEAST_WORDS = 4;
/** By how much more must be read the other way up: most of the page, not a seal that was set upside down. */
const GAIN = 1.5;

/** Letters that were read, by how surely. */
const weightOf = (words: readonly Word[]): number =>
  words.reduce((sum, { text, confidence }) => sum + text.length * confidence * confidence, 0);

const makesSense = (words: readonly Word[]): boolean => {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const sure = words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0);
  return words.length < LEAST_WORDS || sure / letters >= SENSE;
};

/** The page the other way up, in a file beside it. */
async function onItsHead(path: string): Promise<string> {
  const turned = `${path}-turned.jpg`;
  await sharp(path).rotate(180).jpeg({ quality: 92 }).toFile(turned);
  return turned;
}

/**
 * Words of a JPEG whose lines run across, and how it was turned for them; their boxes are of the turned picture. `expected`: how its
 * neighbours stand; a sheaf goes into the scanner as one, and what is read the right way up at once need not be read twice.
 */
export async function readUpright(
  ocr: Ocr,
  path: string,
  dpi: number,
  expected: PageTurn = 0,
): Promise<{ words: Word[]; turn: PageTurn }> {
  const likely = expected === 180 ? 180 : 0;
  let turned: string | null = null;
  const readAt = async (turn: 0 | 180) => {
    if (turn === 180) turned ??= await onItsHead(path);
    return { words: await ocr.read(turned !== null && turn === 180 ? turned : path, { dpi }), turn };
  };
  try {
    const first = await readAt(likely);
    if (makesSense(first.words)) return first;
    const other = await readAt(likely === 0 ? 180 : 0);
    const [upright, headlong] = likely === 0 ? [first, other] : [other, first];
    return weightOf(headlong.words) > GAIN * weightOf(upright.words) ? headlong : upright;
  } finally {
    if (turned !== null) await rm(turned, { force: true });
  }
}
