import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import * as doors from '../domain/contract/indicators.ts';
import { indicatorsPage, noIndicatorsPage } from '../pages/indicators/indicators-page.ts';
import { actorOf } from '../plugins/access/admit.ts';
import { openPage } from '../plugins/reply/page-frame.ts';
import { serve } from '../plugins/serve.ts';
import { exportIndicators } from '../registry/indicator/export-indicators.ts';
import {
  type AskedSpan,
  hasIndicators,
  type IndicatorView,
  openIndicators,
  readIndicatorDay,
  readIndicatorSeries,
  staffIndicators,
} from '../registry/indicator/read-indicators.ts';
import { listPortalReference } from '../registry/portal/list-portal-reference.ts';

async function sendCsv(reply: FastifyReply, view: IndicatorView, asked: AskedSpan) {
  const lines = await exportIndicators(view, asked);
  return reply
    .type('text/csv; charset=utf-8; header=present')
    .header('content-disposition', 'attachment; filename="indicators.csv"')
    .send(Readable.from(lines));
}

/** Figures of the land and of the office's work: for all in steps of five where persons are meant, exact for staff. */
export function indicatorRoutes(app: FastifyInstance): void {
  const { app: pool, portal } = app.pools;
  serve(app, doors.getPortalIndicators, async ({ query }) => readIndicatorDay(await openIndicators(portal), query.day));
  serve(app, doors.getPortalIndicatorDays, async ({ query }) =>
    readIndicatorSeries(await openIndicators(portal), query),
  );
  serve(app, doors.getPortalIndicatorsCsv, async ({ query }, _request, reply) =>
    sendCsv(reply, await openIndicators(portal), query),
  );
  serve(app, doors.getIndicators, ({ query }, request) =>
    readIndicatorDay(staffIndicators(pool, actorOf(request)), query.day),
  );
  serve(app, doors.getIndicatorDays, ({ query }, request) =>
    readIndicatorSeries(staffIndicators(pool, actorOf(request)), query),
  );
  serve(app, doors.getIndicatorsCsv, ({ query }, request, reply) =>
    sendCsv(reply, staffIndicators(pool, actorOf(request)), query),
  );
  serve(app, doors.getIndicatorsPage, async ({ query }, request, reply) => {
    const [day, commune] = [query.day || undefined, query.commune || undefined];
    const view = await openIndicators(portal);
    const frame = openPage(request, reply);
    if (day === undefined && !(await hasIndicators(view))) return noIndicatorsPage(frame).markup;
    const shown = await readIndicatorDay(view, day);
    const [series, landUse] = await Promise.all([
      readIndicatorSeries(view, { to: shown.day, commune }),
      listPortalReference(portal, 'land-use', shown.day),
    ]);
    return indicatorsPage(frame, { shown, series, landUse: landUse.items, commune: commune ?? null }).markup;
  });
}
