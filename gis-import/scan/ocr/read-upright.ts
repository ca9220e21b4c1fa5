/** Reads a page, and once more the other way up where the first reading makes no sense. */
import { rm } from 'node:fs/promises';
import type { PageTurn } from '../../../server/domain/document/document.ts';
import type { Ocr, Word } from './ocr.ts';
import { makeReadingPicture, READING_DPI, type ReadingPicture } from './reading-picture.ts';

/** From this on, on average, a reading is of letters that stand upright: on their heads they are read with half of it. */
const SENSE = 0.75;
/** Fewer words are a stamp or dust, of which nobody can say how they stand. */
const LEAST_WORDS = 4;
/** By how much more must be read the other way up: most of the page, not a seal that was set upside down. */
const GAIN = 1.5;

interface Read {
  readonly words: Word[];
  readonly turn: PageTurn;
}

/** Letters that were read, by how surely. */
const weightOf = ({ words }: Read): number =>
  words.reduce((sum, { text, confidence }) => sum + text.length * confidence * confidence, 0);

const makesSense = ({ words }: Read): boolean => {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const sure = words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0);
  return words.length < LEAST_WORDS || sure / letters >= SENSE;
};

/** Words with their boxes in points of the page, not of the picture that was read. */
const inPage = (words: readonly Word[], scale: number): Word[] =>
  words.map(({ box, ...word }) => ({
    ...word,
    box: [
      Math.round(box[0] * scale),
      Math.round(box[1] * scale),
      Math.round(box[2] * scale),
      Math.round(box[3] * scale),
    ],
  }));

/**
 * Words of a JPEG whose lines run across, and how it was turned for them; their boxes are of the turned picture. `expected`: how its
 * neighbours stand; a sheaf goes into the scanner as one, and what is read the right way up at once need not be read twice. A page of
 * more than `READING_DPI` is read with fewer points first, and with all where that makes no sense.
 */
export async function readUpright(ocr: Ocr, path: string, dpi: number, expected: PageTurn = 0): Promise<Read> {
  const made: ReadingPicture[] = [];
  const readAt = async (turn: PageTurn, most: number): Promise<Read> => {
    const picture = await makeReadingPicture(path, dpi, turn, most);
    made.push(picture);
    return { words: inPage(await ocr.read(picture.path, { dpi: picture.dpi }), picture.scale), turn };
  };
  try {
    const likely = expected === 180 ? 180 : 0;
    const first = await readAt(likely, READING_DPI);
    if (makesSense(first)) return first;
    const other = await readAt(likely === 0 ? 180 : 0, READING_DPI);
    const [upright, headlong] = likely === 0 ? [first, other] : [other, first];
    const better = weightOf(headlong) > GAIN * weightOf(upright) ? headlong : upright;
    if (dpi <= READING_DPI || makesSense(better)) return better;
    const whole = await readAt(better.turn, dpi);
    return weightOf(whole) > weightOf(better) ? whole : better;
  } finally {
    for (const picture of made) await rm(picture.path, { force: true });
  }
}
