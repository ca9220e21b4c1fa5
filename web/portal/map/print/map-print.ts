import { transformer } from '../../../../server/domain/crs.ts';
import { formatDay, formatMoment } from '../../../../server/domain/words/format-day.ts';
import { formatNumber } from '../../../../server/domain/words/format-number.ts';
import { getTile } from '../../../api/get-tile.ts';
import type { LonLat } from '../../../map/map-context.ts';
import { drawPicture } from '../../../map/print-picture.ts';
import { element } from '../../../ui/element.ts';
import type { MapStage, MapTool } from '../map-stage.ts';
import { legalToday } from '../tools/map-day.ts';
import { onGround, PAPERS, type PaperName, SCALES, scaleThatFits, sheetLayout } from './map-print-layout.ts';
import { printSheet } from './map-print-sheet.ts';

/** Picture pixels for a CSS pixel: 288 to the inch on A4, 240 on A3, whose canvas an old phone could not hold. */
const density = (paper: PaperName) => (PAPERS[paper].name === 'A3' ? 2.5 : 3);

/** Share of the view that the first offer puts on paper: what one looks at is in the middle. */
const SHARE = 0.6;

/** Prints a piece of the map true to scale, in the projection of the law. */
export function createPrint(stage: MapStage, link: () => string, dataAsOf: string | null): MapTool {
  const { words, language, place, sridAt, update, context, day, say } = stage;
  const paper = element(
    'select',
    { id: 'print-paper', class: 'map-field' },
    ...Object.entries(PAPERS).map(([id, { name, portrait }]) =>
      element('option', { value: id }, words(portrait ? 'print.portrait' : 'print.landscape', { paper: name })),
    ),
  );
  const scale = element(
    'select',
    { id: 'print-scale', class: 'map-field' },
    ...SCALES.map((n) => element('option', { value: String(n) }, `1:${formatNumber(n, language, 0)}`)),
  );
  const heading = element('input', { type: 'text', id: 'print-heading', class: 'map-field', maxlength: '120' });
  heading.value = words('print.headingDefault');
  const start = element('button', { type: 'submit', class: 'primary' }, words('print.start'));
  const state = element('p', { class: 'map-note', role: 'status' });
  const field = (id: string, title: string, control: HTMLElement) =>
    element('div', { class: 'map-row' }, element('label', { for: id }, title), control);
  const form = element(
    'form',
    {},
    field(paper.id, words('print.paper'), paper),
    field(scale.id, words('print.scale'), scale),
    field(heading.id, words('print.heading'), heading),
    element('p', { class: 'map-note' }, words('print.frameHint')),
    element('div', { class: 'map-actions' }, start),
    state,
    element('p', { class: 'map-note' }, words('print.actualSize')),
  );

  const chosen = () => ({
    name: paper.value as PaperName,
    denominator: Number(scale.value),
    centre: stage.map.place().centre,
  });
  /** The corners of what would be printed, in degrees. */
  function frame(): LonLat[] {
    const { name, denominator, centre } = chosen();
    const { map } = sheetLayout(name);
    const srid = sridAt(centre);
    const [east, north] = transformer(4326, srid)([centre[0], centre[1]]);
    const [x, y] = [onGround(map.width / 2, denominator), onGround(map.height / 2, denominator)];
    const back = transformer(srid, 4326);
    return (
      [
        [-x, -y],
        [x, -y],
        [x, y],
        [-x, y],
      ] as const
    ).map(([dx, dy]) => back([east + dx, north + dy]));
  }
  const showFrame = () => update({ frame: frame() });
  function offerScale(): void {
    const { metresPerPixel } = place();
    const { width, height } = stage.target.getBoundingClientRect();
    const side = Math.min(width, height) * metresPerPixel * SHARE;
    scale.value = String(scaleThatFits(chosen().name, side, side));
  }
  let source: string | null = null;
  function clearSheet(): void {
    for (const old of document.querySelectorAll('.print-sheet')) old.remove();
    delete document.documentElement.dataset.mapPrint;
    if (source) URL.revokeObjectURL(source);
    source = null;
  }
  async function makeSheet(): Promise<void> {
    clearSheet();
    const { name, denominator, centre } = chosen();
    const srid = sridAt(centre);
    const { map } = sheetLayout(name);
    const picture = await drawPicture(
      {
        context: context(),
        centre,
        srid,
        scale: denominator,
        widthMm: map.width,
        heightMm: map.height,
        density: density(name),
      },
      getTile,
    );
    const blob = await new Promise<Blob | null>((done) => picture.canvas.toBlob(done, 'image/png'));
    if (!blob) throw new Error('no picture of the map');
    source = URL.createObjectURL(blob);
    const at = day();
    const notes = [
      at === null ? null : words('print.asOf', { day: formatDay(at, language) }),
      dataAsOf === null ? null : words('map.dataDate', { moment: formatMoment(dataAsOf, language) }),
      words('print.printedOn', { day: formatDay(legalToday(), language) }),
      words('print.informal'),
      link(),
    ].filter((note) => note !== null);
    const facts = { heading: heading.value, paper: name, scale: denominator, centre, srid, notes };
    const sheet = printSheet(facts, picture, source, words, language);
    document.body.append(sheet);
    await sheet.querySelector('img')?.decode();
    document.documentElement.dataset.mapPrint = name;
  }
  // Not `disabled`: that would take the focus from who pressed it.
  let busy = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    state.textContent = words('print.working');
    try {
      await makeSheet();
      state.textContent = words('print.ready');
      print();
    } catch (error) {
      clearSheet();
      state.textContent = words('print.failed');
      say(state.textContent);
      // The reader is told; what broke is for the browser's console.
      reportError(error);
    } finally {
      busy = false;
    }
  });
  paper.addEventListener('change', showFrame);
  scale.addEventListener('change', showFrame);
  addEventListener('afterprint', clearSheet);
  return {
    panel: form,
    opened() {
      offerScale();
      showFrame();
    },
    closed() {
      clearSheet();
      update({ frame: null });
    },
    hear(event) {
      if (event.kind === 'moved') showFrame();
      return false;
    },
  };
}
