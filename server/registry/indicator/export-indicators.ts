import { csvRecord } from '../../domain/csv-record.ts';
import { type AskedSpan, type IndicatorView, listIndicatorDays, readIndicatorDay } from './read-indicators.ts';

/** So that spreadsheets take the file for UTF-8. */
const BOM = '\ufeff';
const HEAD = ['day', 'kept', 'communeCode', 'communeName', 'measure', 'item', 'value', 'inFives'];

/** Lines of a file of figures, a day at a time. What is asked wrongly is thrown before the first line. */
export async function exportIndicators(view: IndicatorView, asked: AskedSpan): Promise<AsyncIterable<string>> {
  const days = await listIndicatorDays(view, asked);
  return lines(view, days);
}

async function* lines(view: IndicatorView, days: readonly string[]): AsyncIterable<string> {
  yield BOM + csvRecord(HEAD);
  for (const asked of days) {
    const { day, kept, measures, total, communes } = await readIndicatorDay(view, asked);
    const fives = new Set(measures.filter((one) => one.inFives).map(({ measure }) => measure));
    // No code: all communes together.
    const places = [{ code: '', name: '', figures: total }, ...communes];
    yield places
      .flatMap(({ code, name, figures }) =>
        figures.map(({ measure, item, value }) =>
          csvRecord([day, String(kept), code, name, measure, item, value, String(fives.has(measure))]),
        ),
      )
      .join('');
  }
}
