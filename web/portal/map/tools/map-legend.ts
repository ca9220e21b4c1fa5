import type { ReferenceEntry } from '../../../../server/domain/contract/reference.ts';
import { LAND_USE_FILLS } from '../../../../server/domain/land-use/land-use-fills.ts';
import { CallFailed } from '../../../api/get-json.ts';
import { listLandUses } from '../../../api/portal.ts';
import { fillOf } from '../../../map/style/fill-of-land-use.ts';
import { PALETTES } from '../../../map/style/map-palette.ts';
import { element } from '../../../ui/element.ts';
import type { MapStage, MapTool } from '../map-stage.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** A small drawing beside a word; colours as attributes, which the policy for styles does not concern. */
function swatch(parts: readonly Readonly<Record<string, string>>[]): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({
    viewBox: '0 0 32 20',
    width: '32',
    height: '20',
    'aria-hidden': 'true',
  }))
    svg.setAttribute(name, value);
  for (const attributes of parts) {
    const path = document.createElementNS(SVG, 'path');
    for (const [name, value] of Object.entries(attributes)) path.setAttribute(name, value);
    svg.append(path);
  }
  return svg;
}
const AREA = 'M1 1H31V19H1Z';
const LINE = 'M1 10H31';

/** What the colours and lines of the map mean, in plain words; only what is in view, or all. */
export function createLegend({ words, language, map, context, day }: MapStage): MapTool {
  let entries: readonly ReferenceEntry[] = [];
  let known: string | null | undefined;
  const only = element('input', { type: 'checkbox', id: 'legend-in-view', checked: '' });
  const uses = element('ul', { class: 'map-legend' });
  const lines = element('ul', { class: 'map-legend' });
  const empty = element('p', { class: 'map-note', hidden: '' }, words('legend.empty'));

  const row = (sign: SVGSVGElement, ...text: (string | HTMLElement)[]) => {
    const item = element('li', {}, sign);
    item.append(element('span', {}, ...text));
    return item;
  };
  const landUseRow = (code: string) => {
    const { line } = PALETTES[context().theme];
    const entry = entries.find((one) => one.code === code);
    const name = entry ? (language === 'vi' ? entry.labelVi : (entry.labelEn ?? entry.labelVi)) : words('legend.other');
    const sign = swatch([{ d: AREA, fill: fillOf(code, context().theme), stroke: line }]);
    return row(sign, element('b', {}, code), ` ${name}`);
  };
  function fill(): void {
    const p = PALETTES[context().theme];
    const codes = only.checked
      ? map.seen.landUses()
      : [...LAND_USE_FILLS.keys()].filter((code) => entries.some((e) => e.code === code));
    uses.replaceChildren(...codes.map(landUseRow));
    empty.hidden = codes.length > 0;
    const line = (d: string, stroke: string, width: string, more: Record<string, string> = {}) => ({
      d,
      stroke,
      'stroke-width': width,
      fill: 'none',
      ...more,
    });
    const hatch = 'M1 13L13 1M1 19L19 1M7 19L25 1M13 19L31 1M19 19L31 7M25 19L31 13';
    lines.replaceChildren(
      row(swatch([line(AREA, p.line, '1')]), words('legend.parcel')),
      row(swatch([line(AREA, p.accent, '3')]), words('legend.selected')),
      row(swatch([line(hatch, p.historic, '1.2'), line(AREA, p.historic, '2')]), words('legend.historic')),
      row(swatch([line(LINE, p.sheetLine, '1', { 'stroke-dasharray': '5 4' })]), words('legend.sheet')),
      row(swatch([line(LINE, p.communeLine, '2', { 'stroke-dasharray': '10 3 2 3' })]), words('legend.commune')),
    );
  }
  async function open(): Promise<void> {
    fill();
    if (known === day()) return;
    try {
      entries = await listLandUses(day());
      known = day();
      fill();
    } catch (error) {
      // Codes and colours stay; the next opening asks again.
      if (!(error instanceof CallFailed)) throw error;
    }
  }
  only.addEventListener('change', fill);
  const choice = element('label', { class: 'map-check' }, only, ` ${words('legend.inView')}`);
  return {
    panel: element(
      'div',
      {},
      element('h3', {}, words('legend.landUse')),
      choice,
      empty,
      uses,
      element('h3', {}, words('legend.lines')),
      lines,
    ),
    opened: () => void open().catch(reportError),
    hear(event) {
      if (event.kind === 'moved' || (event.kind === 'loading' && event.pending === 0)) requestAnimationFrame(fill);
      return false;
    },
  };
}
