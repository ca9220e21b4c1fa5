import type { LayerTheme } from '../../../server/domain/layer/layer-theme.ts';
import type { Theme } from '../map-context.ts';
import { HATCH_PATHS, HATCH_SIDE, LAYER_LOOKS } from './layer-look.ts';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 36;
const HEIGHT = 24;

function node(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** A piece of a layer as the map draws it: hatch and outline; colours as attributes, which the policy for styles does not concern. */
export function layerSign(of: LayerTheme, theme: Theme): SVGElement {
  const { colour, hatch, dash } = LAYER_LOOKS[of];
  const stroke = { stroke: colour[theme], fill: 'none' };
  const svg = node('svg', {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    width: String(WIDTH),
    height: String(HEIGHT),
    'aria-hidden': 'true',
  });
  for (let x = 0; x < WIDTH; x += HATCH_SIDE) {
    for (let y = 0; y < HEIGHT; y += HATCH_SIDE)
      svg.append(node('path', { ...stroke, d: HATCH_PATHS[hatch], transform: `translate(${x} ${y})` }));
  }
  svg.append(
    node('rect', {
      ...stroke,
      x: '1',
      y: '1',
      width: String(WIDTH - 2),
      height: String(HEIGHT - 2),
      'stroke-width': '2',
      ...(dash.length > 0 ? { 'stroke-dasharray': dash.join(' ') } : {}),
    }),
  );
  return svg;
}
