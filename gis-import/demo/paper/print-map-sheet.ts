/** A cadastral map sheet as offices drew them: frame, crosses of the grid with their coordinates, boundaries, number and use of each parcel. */
import { openPaper, type Paper } from './paper-sheet.ts';

/** [east, north] in metres of the system of the sheet. */
type Position = [east: number, north: number];

export interface PaperSheet {
  readonly sheetNo: string;
  /** Denominator. */
  readonly scale: number;
  /** South-west corner of the frame, metres, [east, north]. */
  readonly corner: Position;
  /** Side of the frame, metres. */
  readonly sideM: number;
  readonly parcels: readonly { readonly no: string; readonly landUse: string; readonly ring: readonly Position[] }[];
}

/** Paper around the frame. */
export const SHEET_MARGIN_MM = 18;
/** A cross of the grid stands every ten centimetres of paper. */
const GRID_MM = 100;
const ARM_MM = 5;

/** Where ground lies on the paper, mm from its top left corner. */
export const onPaper = ({ corner, sideM, scale }: PaperSheet, [east, north]: Position): [x: number, y: number] => [
  SHEET_MARGIN_MM + ((east - corner[0]) * 1000) / scale,
  SHEET_MARGIN_MM + ((corner[1] + sideM - north) * 1000) / scale,
];

/** Ground under the crosses of a sheet. */
export function crossesOf({ corner, sideM, scale }: PaperSheet): Position[] {
  const step = (GRID_MM * scale) / 1000;
  const along = Array.from({ length: Math.floor(sideM / step) + 1 }, (_, at) => at * step);
  return along.flatMap((north) => along.map((east): Position => [corner[0] + east, corner[1] + north]));
}

/** Prints a sheet on paper of its size. */
export async function printMapSheet(sheet: PaperSheet): Promise<Paper> {
  const { sheetNo, scale, corner, sideM, parcels } = sheet;
  const side = (sideM * 1000) / scale;
  const paper = await openPaper([side + 2 * SHEET_MARGIN_MM, side + 2 * SHEET_MARGIN_MM]);
  const [m, far] = [SHEET_MARGIN_MM, SHEET_MARGIN_MM + side];
  const title = { size: 11, face: 'bold', align: 'centre' } as const;
  paper.text(`BẢN ĐỒ ĐỊA CHÍNH · TỜ SỐ ${sheetNo} · TỶ LỆ 1:${scale}`, m + side / 2, 8, title);
  for (const [x1, y1, x2, y2] of [
    [m, m, far, m],
    [far, m, far, far],
    [far, far, m, far],
    [m, far, m, m],
  ] as const)
    paper.line(x1, y1, x2, y2, 0.15);
  for (const ground of crossesOf(sheet)) {
    const [x, y] = onPaper(sheet, ground);
    paper.line(Math.max(m, x - ARM_MM), y, Math.min(far, x + ARM_MM), y, 0.12);
    paper.line(x, Math.max(m, y - ARM_MM), x, Math.min(far, y + ARM_MM), 0.12);
    if (ground[0] === corner[0]) paper.text(String(ground[1]), m - 1, y + 1, { size: 6.5, align: 'right' });
    if (ground[1] === corner[1]) paper.text(String(ground[0]), x, far + 5, { size: 6.5, align: 'centre' });
  }
  for (const { no, landUse, ring } of parcels) {
    const points = [...ring, ring[0]!].map((at) => onPaper(sheet, at));
    paper.polyline(points, { widthMm: 0.15 });
    const middle = (axis: 0 | 1) => points.slice(1).reduce((sum, point) => sum + point[axis], 0) / ring.length;
    paper.text(no, middle(0), middle(1), { size: 7, align: 'centre' });
    paper.text(landUse, middle(0), middle(1) + 3, { size: 6, align: 'centre' });
  }
  return paper;
}
