/** What is drawn of a parcel, in millimetres from the lower left corner of the drawing: pure data. */

export type Point = readonly [x: number, y: number];
export type Line = readonly [from: Point, to: Point];

export interface DrawingLabel {
  readonly text: string;
  /** Its middle. */
  readonly at: Point;
  readonly sizePt: number;
  /** Degrees counter-clockwise; never upside down. 0 where it is missing. */
  readonly angle?: number;
}

/** What lies around the parcel, within the frame. */
export interface DrawnAround {
  readonly lines: readonly Line[];
  readonly labels: readonly DrawingLabel[];
}

/** The frame of a map: its box, ticks at round coordinates, crosses where they meet, and the coordinates beside the ticks. */
export interface DrawnFrame {
  readonly from: Point;
  readonly to: Point;
  readonly ticks: readonly Line[];
  readonly labels: readonly DrawingLabel[];
}

export interface ExtractDrawing {
  readonly scale: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly rings: readonly (readonly Point[])[];
  /** Numbers of corners and lengths of edges. */
  readonly labels: readonly DrawingLabel[];
  /** The number of the land itself, within it; null where it has no room or is not told. */
  readonly own: DrawingLabel | null;
  readonly around: DrawnAround;
  /** Null: the drawing stands free, as on a certificate. */
  readonly frame: DrawnFrame | null;
  /** Foot of the arrow to grid north. */
  readonly arrow: Point;
  readonly bar: { readonly at: Point; readonly metres: number; readonly mm: number; readonly parts: number };
  /** A line of 10 cm by which a ruler tells whether it was printed in its true size; null where it has no room. */
  readonly checkLine: Line | null;
  /** Whether labels were left out where there is no room for them. */
  readonly dense: boolean;
  readonly corners: number;
  readonly leastM: number;
  readonly mostM: number;
}

/** A drawing with the words on it. */
export interface DrawnBlock {
  readonly drawing: ExtractDrawing;
  /** Letter of grid north. */
  readonly north: string;
  /** What the line of 10 cm is for. */
  readonly checkLine: string;
}
