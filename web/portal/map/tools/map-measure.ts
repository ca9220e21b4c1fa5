import { formatArea } from '../../../../server/domain/words/format-number.ts';
import { systemName } from '../../../../server/domain/words/system-name.ts';
import type { LonLat, Measurement } from '../../../map/map-context.ts';
import { distinctVertices, type GroundMeasure, measureGround } from '../../../map/measure-ground.ts';
import { element } from '../../../ui/element.ts';
import { byFinger } from '../../by-finger.ts';
import { metresText } from '../map-format.ts';
import type { MapStage, MapTool } from '../map-stage.ts';

const LEAST = { line: 2, area: 3 } as const;

/** Measures lengths and areas in the legal system: by clicks, by taps, or by the middle of the map and the keys. */
export function createMeasure(stage: MapStage): MapTool {
  const { words, language, update, context, place, sridAt, say, map } = stage;
  let kind: Measurement['kind'] = 'line';
  const start = (): Measurement => ({ kind, vertices: [], next: null, finished: false });
  const now = () => context().measurement ?? start();
  const srid = () => sridAt(now().vertices[0] ?? place().centre);
  const metres = (length: number) => metresText(length, language);

  const results = element('dl', { class: 'map-values' });
  const sides = element('ol', { class: 'map-sides number' });
  const problem = element('p', { class: 'problem', hidden: '' });
  const system = element('p', { class: 'map-note' });
  const button = (text: string, act: () => void) => {
    const made = element('button', { type: 'button' }, text);
    made.addEventListener('click', act);
    return made;
  };

  function render(): void {
    const { vertices, finished, kind: shown } = now();
    const found = measureGround(vertices, shown, srid());
    const rows: [string, string][] =
      shown === 'line'
        ? [[words('measure.total'), metres(found.total)]]
        : [
            [words('measure.areaValue'), found.areaM2 === null ? '–' : formatArea(found.areaM2, language, 1)],
            [words('measure.perimeter'), metres(found.total)],
          ];
    results.replaceChildren(
      ...rows.flatMap(([term, value]) => [element('dt', {}, term), element('dd', { class: 'number' }, value)]),
    );
    sides.replaceChildren(
      ...found.segments.map((length, i) =>
        element('li', {}, `${words('measure.segment', { n: String(i + 1) })}: ${metres(length)}`),
      ),
    );
    problem.hidden = !found.crossing;
    if (found.crossing) problem.textContent = words('measure.crossing');
    system.textContent = words('measure.system', { system: systemName(srid(), language) });
    for (const [name, control] of Object.entries(kinds)) control.setAttribute('aria-pressed', String(name === shown));
    undo.disabled = vertices.length === 0 || finished;
    done.disabled = vertices.length < LEAST[shown] || finished;
    clear.disabled = vertices.length === 0;
  }
  /** The measurement after a change, with what stands beside its sides on the map. */
  function changed(change: Partial<Measurement>): Measurement {
    const next = { ...now(), ...change };
    const points = next.next && !next.finished ? [...next.vertices, next.next] : next.vertices;
    const system = sridAt(points[0] ?? place().centre);
    return { ...next, lengths: measureGround(points, next.kind, system).segments.map(metres) };
  }
  const set = (change: Partial<Measurement>) => {
    update({ measurement: changed(change) });
    render();
  };
  function speak(found: GroundMeasure): void {
    const length = metres(found.total);
    if (now().kind === 'line') say(words('measure.doneLength', { length }));
    else if (found.areaM2 === null) say(words('measure.crossing'));
    else say(words('measure.doneArea', { area: formatArea(found.areaM2, language, 1), length }));
  }
  function add(at: LonLat): void {
    // A new point after the end begins a new measurement.
    const vertices = now().finished ? [at] : distinctVertices([...now().vertices, at]);
    set({ vertices, next: null, finished: false });
    const n = String(vertices.length);
    const { total } = measureGround(vertices, 'line', srid());
    say(
      vertices.length > 1 ? words('measure.pointLength', { n, length: metres(total) }) : words('measure.point', { n }),
    );
  }
  function removeLast(): void {
    const { vertices, finished } = now();
    if (finished || vertices.length === 0) return;
    set({ vertices: vertices.slice(0, -1) });
    say(words('measure.undone', { n: String(vertices.length - 1) }));
  }
  function finish(): void {
    const { vertices, kind: shown, finished } = now();
    if (finished) return;
    if (vertices.length < LEAST[shown]) {
      problem.hidden = false;
      problem.textContent = words(`measure.tooFew.${shown}`);
      say(problem.textContent);
      return;
    }
    set({ finished: true, next: null });
    speak(measureGround(vertices, shown, srid()));
  }
  function reset(sentence: 'measure.cancelled' | 'measure.cleared'): void {
    set({ kind, vertices: [], next: null, finished: false });
    say(words(sentence));
  }
  const choose = (other: Measurement['kind']) => {
    kind = other;
    // The points stay: the same outline can be asked for its length and its area.
    set({ kind });
  };
  const kinds = {
    line: button(words('measure.length'), () => choose('line')),
    area: button(words('measure.area'), () => choose('area')),
  };
  const atCentre = button(words('measure.add'), () => add(map.place().centre));
  const undo = button(words('measure.undo'), removeLast);
  const done = button(words('measure.finish'), finish);
  const clear = button(words('measure.clear'), () => reset('measure.cleared'));

  return {
    panel: element(
      'div',
      { class: 'map-measure' },
      element('div', { class: 'map-actions map-kinds' }, kinds.line, kinds.area),
      results,
      problem,
      element('div', { class: 'map-actions' }, atCentre, undo, done, clear),
      sides,
      element('p', { class: 'map-note' }, words(byFinger() ? 'measure.hintTouch' : 'measure.hint')),
      system,
    ),
    opened: () => set({}),
    closed() {
      const { vertices, finished, kind: shown } = now();
      // What is finished stays on the map until it is cleared; what was begun and left is finished or dropped.
      if (finished) return;
      update({
        measurement: vertices.length < LEAST[shown] ? null : changed({ finished: true, next: null }),
      });
    },
    hear(event) {
      if (event.kind === 'vertex') add(event.at);
      else if (event.kind === 'finish') finish();
      else if (event.kind === 'pointer' && now().vertices.length > 0 && !now().finished) {
        update({ measurement: changed({ next: event.at }) });
        return false;
      } else if (event.kind === 'picked') add(event.at);
      else return false;
      return true;
    },
    key(event) {
      const undoing =
        event.key === 'Backspace' || (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey));
      if (undoing) removeLast();
      else if (event.key === 'Escape' && now().vertices.length > 0 && !now().finished) reset('measure.cancelled');
      else if (event.target !== stage.target) return false;
      else if (event.key === ' ') add(map.place().centre);
      else if (event.key === 'Enter') finish();
      else return false;
      return true;
    },
  };
}
