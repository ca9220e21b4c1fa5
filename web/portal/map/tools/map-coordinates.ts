import { findProjection, isPlausible, PROJECTIONS } from '../../../../server/domain/crs.ts';
import { systemName } from '../../../../server/domain/words/system-name.ts';
import type { LonLat } from '../../../map/map-context.ts';
import { element } from '../../../ui/element.ts';
import { byFinger } from '../../by-finger.ts';
import { coordinateText, degreesText, plainNumbers, toNorthEast } from '../map-format.ts';
import type { MapStage, MapTool } from '../map-stage.ts';
import { copyText } from './map-copy.ts';

/** Degrees from the central meridian within which a 3° or 6° zone is offered: its half and its neighbours' edge. */
const NEAR = { tm3: 2, utm: 4, geographic: 0, other: 0 } as const;

/** Systems that make sense at a place, the legal one first. */
function systemsAt(at: LonLat, legal: number): number[] {
  const near = PROJECTIONS.filter(
    ({ kind, centralMeridian }) => centralMeridian !== null && Math.abs(centralMeridian - at[0]) <= NEAR[kind],
  );
  return [legal, ...near.map(({ srid }) => srid).filter((srid) => srid !== legal)];
}

/** Reads coordinates at the pointer, or at the middle of the map where there is none: legal system and WGS 84. */
export function createCoordinates(stage: MapStage): MapTool {
  const { words, language, place, sridAt, say } = stage;
  let at: LonLat = place().centre;
  let byPointer = false;
  const where = element('p', { class: 'map-note' });
  const values = ['north', 'east', 'latitude', 'longitude'].map(() => element('dd', { class: 'number' }));
  const [north, east, latitude, longitude] = values as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  const select = element('select', { id: 'map-system', class: 'map-field' });
  const done = element('p', { class: 'map-note', role: 'status' });

  const srid = () => Number(select.value) || sridAt(at);
  const offer = () => {
    const legal = sridAt(at);
    const list = systemsAt(at, legal);
    const had = Number(select.value);
    select.replaceChildren(
      ...list.map((code) => element('option', { value: String(code) }, systemName(code, language))),
    );
    select.value = String(list.includes(had) ? had : legal);
  };
  const show = () => {
    const { x, y } = toNorthEast(at, srid());
    const projection = findProjection(srid());
    const sensible = !!projection && isPlausible(projection, y, x);
    north.textContent = sensible ? `${coordinateText(x, language)} m` : '–';
    east.textContent = sensible ? `${coordinateText(y, language)} m` : '–';
    latitude.textContent = degreesText(at[1], language);
    longitude.textContent = degreesText(at[0], language);
    where.textContent = words(byPointer ? 'coordinates.ofPointer' : 'coordinates.ofCentre');
  };
  const copier = (text: string, value: () => string) => {
    const button = element('button', { type: 'button' }, text);
    button.addEventListener('click', async () => {
      const copied = await copyText(value());
      done.textContent = words(copied ? 'coordinates.copied' : 'coordinates.notCopied', { text: value() });
    });
    return button;
  };
  select.addEventListener('change', () => {
    show();
    say(`${words('coordinates.north')} ${north.textContent}, ${words('coordinates.east')} ${east.textContent}`);
  });
  const xy = copier(words('coordinates.copyXy'), () => {
    const { x, y } = toNorthEast(at, srid());
    return plainNumbers(x, y, 2);
  });
  const degrees = copier(words('coordinates.copyDegrees'), () => plainNumbers(at[1], at[0], 7));
  const row = (term: string, value: HTMLElement) => [element('dt', {}, term), value];
  return {
    panel: element(
      'div',
      {},
      where,
      element(
        'dl',
        { class: 'map-values' },
        ...row(words('coordinates.north'), north),
        ...row(words('coordinates.east'), east),
        ...row(words('coordinates.latitude'), latitude),
        ...row(words('coordinates.longitude'), longitude),
      ),
      element('label', { for: select.id }, words('coordinates.system')),
      select,
      element('div', { class: 'map-actions' }, xy, degrees),
      done,
      element('p', { class: 'map-note' }, words(byFinger() ? 'coordinates.hintTouch' : 'coordinates.hint')),
    ),
    opened() {
      at = place().centre;
      byPointer = false;
      offer();
      show();
    },
    hear(event) {
      // A finger hides what it points at and moves the map: the cross in the middle is read instead.
      if (event.kind === 'pointer' && event.at && !byFinger()) {
        at = event.at;
        byPointer = true;
        show();
      } else if (event.kind === 'moved') {
        at = event.place.centre;
        byPointer = false;
        offer();
        show();
      }
      return false;
    },
  };
}
