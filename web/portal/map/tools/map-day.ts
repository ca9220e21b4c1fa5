import { dayOf } from '../../../../server/domain/legal-day.ts';
import { formatDay } from '../../../../server/domain/words/format-day.ts';
import { element } from '../../../ui/element.ts';
import type { MapStage, MapTool } from '../map-stage.ts';

const DAY_MS = 24 * 3600_000;
/** While a slider is being dragged, days pass faster than tiles come. */
const PAUSE_MS = 250;

const number = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
const name = (count: number) => new Date(count * DAY_MS).toISOString().slice(0, 10);

/** Today in Viet Nam, `YYYY-MM-DD`. */
export const legalToday = () => dayOf(new Date());

/** Shows the parcels as of a day: a slider, and a date field beside it for who knows the day or uses keys. */
export function createDay(
  { words, language, day, say }: MapStage,
  first: string,
  choose: (day: string | null) => void,
): MapTool {
  const last = legalToday();
  const slider = element('input', { type: 'range', id: 'map-day-slider', class: 'map-slider' });
  slider.min = String(number(first));
  slider.max = String(number(last));
  slider.step = '1';
  const field = element('input', { type: 'date', id: 'map-day', class: 'map-field', min: first, max: last });
  const sentence = element('p', { role: 'status' });
  const today = element('button', { type: 'button' }, words('map.today'));
  const text = (value: string) => formatDay(value, language);

  const show = () => {
    const at = day();
    const shown = at ?? last;
    slider.value = String(number(shown));
    slider.setAttribute('aria-valuetext', text(shown));
    field.value = shown;
    today.disabled = at === null;
    sentence.textContent = at === null ? words('day.now') : words('day.sentence', { day: text(at) });
  };
  let timer = 0;
  const set = (value: string) => {
    clearTimeout(timer);
    choose(value === last ? null : value);
    show();
  };
  slider.addEventListener('input', () => {
    const value = name(Number(slider.value));
    field.value = value;
    slider.setAttribute('aria-valuetext', text(value));
    clearTimeout(timer);
    timer = window.setTimeout(() => set(value), PAUSE_MS);
  });
  field.addEventListener('change', () => {
    if (field.value >= first && field.value <= last) return set(field.value);
    sentence.textContent = words('day.outside', { first: text(first), last: text(last) });
    say(sentence.textContent);
  });
  today.addEventListener('click', () => set(last));
  const ends = element(
    'p',
    { class: 'map-ends number', 'aria-hidden': 'true' },
    element('span', {}, text(first)),
    element('span', {}, text(last)),
  );
  return {
    panel: element(
      'div',
      {},
      element('label', { for: slider.id }, words('day.slider')),
      slider,
      ends,
      element('label', { for: field.id }, words('day.field')),
      element('div', { class: 'map-actions' }, field, today),
      sentence,
    ),
    opened: show,
  };
}
