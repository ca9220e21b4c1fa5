import {
  beginText,
  endText,
  type PDFDocument,
  type PDFOperator,
  type PDFRef,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  setFillingGrayscaleColor,
  setFontAndSize,
  setLineWidth,
  setStrokingGrayscaleColor,
  setTextMatrix,
  showText,
  stroke,
} from 'pdf-lib';
import { STAMP_1 } from '../../../templates/certificates/stamp/1/template.ts';
import { formatMoment } from '../../domain/words/format-day.ts';
import { fillWords } from '../fill-words.ts';
import type { PaperFonts } from '../paper-font.ts';
import { wrapText } from '../wrap-text.ts';
import type { PaperSigner } from './signer.ts';

const PADDING = 4;
const LEADING = 1.3;
/** Names of any length fit: below this they would not be read, and the box is left instead. */
const LEAST_PT = 3.5;

export interface StampFacts {
  readonly signer: PaperSigner;
  /** Which of how many, from 0. */
  readonly index: number;
  readonly count: number;
  readonly office: string;
  readonly moment: Date;
}

function linesOf({ signer, index, count, office, moment }: StampFacts): string[] {
  const { words, roles } = STAMP_1;
  const role = index === count - 1 ? roles.at(-1) : roles[Math.min(index, roles.length - 2)];
  return [
    count === 1 ? words.alone : (role ?? words.alone),
    fillWords(words.by, { name: signer.name }),
    fillWords(words.office, { office }),
    fillWords(words.at, { moment: formatMoment(moment.toISOString(), 'vi') }),
    ...(signer.trial ? [words.trial] : []),
  ];
}

/** The largest size at which all lines stand in the box, wrapped. */
function fitLines(lines: readonly string[], fonts: PaperFonts, width: number, height: number) {
  for (let size: number = STAMP_1.sizePt; ; size -= 0.25) {
    const wrapped = lines.flatMap((line, index) => {
      const font = index === 0 ? fonts.bold : fonts.regular;
      return wrapText(line, width - 2 * PADDING, (part) => font.width(part, size)).map((text) => ({ text, font }));
    });
    if (wrapped.length * size * LEADING <= height - 2 * PADDING || size <= LEAST_PT) return { size, wrapped };
  }
}

/** The appearance of a signature: who signed, of which office, when. A form of this size in points. */
export function drawStamp(
  pdf: PDFDocument,
  fonts: PaperFonts,
  { width, height }: { readonly width: number; readonly height: number },
  facts: StampFacts,
): PDFRef {
  const { size, wrapped } = fitLines(linesOf(facts), fonts, width, height);
  const operators: PDFOperator[] = [
    pushGraphicsState(),
    setStrokingGrayscaleColor(0),
    setLineWidth(0.8),
    rectangle(0.4, 0.4, width - 0.8, height - 0.8),
    stroke(),
  ];
  for (const [index, { text, font }] of wrapped.entries()) {
    operators.push(
      beginText(),
      setFillingGrayscaleColor(0),
      setFontAndSize(font === fonts.bold ? 'Bold' : 'Regular', size),
      setTextMatrix(1, 0, 0, 1, PADDING, height - PADDING - size * LEADING * index - size),
      showText(font.encode(text)),
      endText(),
    );
  }
  operators.push(popGraphicsState());
  const form = pdf.context.formXObject(operators, {
    BBox: pdf.context.obj([0, 0, width, height]),
    Resources: { Font: { Regular: fonts.regular.ref, Bold: fonts.bold.ref } },
  });
  return pdf.context.register(form);
}
