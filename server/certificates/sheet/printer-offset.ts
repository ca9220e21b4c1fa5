/** By how much what a printer prints has to be moved so that it lands in its place, millimetres: to the right, and down. */
export interface SideOffset {
  readonly dxMm: number;
  readonly dyMm: number;
}
export interface PrinterOffset {
  readonly front: SideOffset;
  readonly back: SideOffset;
  /** How the printer turns the sheet for its second side. */
  readonly duplex: 'long_edge' | 'short_edge';
}
export const NO_OFFSET: PrinterOffset = {
  front: { dxMm: 0, dyMm: 0 },
  back: { dxMm: 0, dyMm: 0 },
  duplex: 'long_edge',
};
