/** Reading print off a picture, whoever does it. */

/** [x, y, width, height] in points of the picture, from its top left. */
export type Box = readonly [number, number, number, number];

export interface Word {
  readonly text: string;
  /** 0 to 1, as the reader judges itself. */
  readonly confidence: number;
  readonly box: Box;
  /** Words of one line share it; lines are numbered down the page, column by column. */
  readonly line: number;
}

export interface Ocr {
  /** Program and model, as kept beside what it read. */
  readonly name: string;
  /** Words of a JPEG in reading order. Throws OcrFailed where the program cannot go on. */
  read(path: string, options: { readonly dpi: number }): Promise<Word[]>;
}

/** The program ended without an answer: too slow, out of memory, or broken. */
export class OcrFailed extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OcrFailed';
  }
}
