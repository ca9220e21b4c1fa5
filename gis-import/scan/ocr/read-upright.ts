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

/** Words of a JPEG whose lines run across, and how it was turned for them; their boxes are of the turned picture. */
export async function readUpright(ocr: Ocr, path: string, dpi: number): Promise<{ words: Word[]; turn: PageTurn }> {
  const words = await ocr.read(path, { dpi });
  if (makesSense(words)) return { words, turn: 0 };
  const turned = `${path}-turned.jpg`;
  try {
    await sharp(path).rotate(180).jpeg({ quality: 92 }).toFile(turned);
    const others = await ocr.read(turned, { dpi });
    return weightOf(others) > GAIN * weightOf(words) ? { words: others, turn: 180 } : { words, turn: 0 };
  } finally {
    await rm(turned, { force: true });
  }
}
