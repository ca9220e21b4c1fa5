/** Strokes from lower left to upper right: land that is history, or not to be registered. */
export function hatch(colour: string): CanvasPattern | string {
  const side = 8;
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const pen = canvas.getContext('2d');
  if (!pen) return colour;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.2;
  for (const shift of [-side, 0, side]) {
    pen.moveTo(shift, side);
    pen.lineTo(shift + side, 0);
  }
  pen.stroke();
  return pen.createPattern(canvas, 'repeat') ?? colour;
}
