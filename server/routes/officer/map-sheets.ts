import type { FastifyInstance } from 'fastify';
import * as doors from '../../domain/contract/document/map-sheets.ts';
import { actorOf } from '../../plugins/access/admit.ts';
import { languageOf } from '../../plugins/reply/page-frame.ts';
import { serve } from '../../plugins/serve.ts';
import type { QueueImport } from '../../registry/batch/queue-import.ts';
import { digitiseMapSheet } from '../../registry/map-sheet/digitise-map-sheet.ts';
import { getMapSheet } from '../../registry/map-sheet/get-map-sheet.ts';
import { getMapSheetLand } from '../../registry/map-sheet/get-map-sheet-land.ts';
import { placeMapSheet } from '../../registry/map-sheet/place-map-sheet.ts';
import { traceMapSheet } from '../../registry/map-sheet/trace-map-sheet.ts';

/** Map sheets on paper: laid on the land, traced, and handed over as batches. */
export function mapSheetRoutes(
  app: FastifyInstance,
  {
    storageDir,
    personalDataKey,
    queue,
  }: { readonly storageDir: string; readonly personalDataKey: Buffer; readonly queue: QueueImport },
): void {
  const { app: pool } = app.pools;
  serve(app, doors.getMapSheet, ({ params }, request) => getMapSheet(pool, actorOf(request), params));
  serve(app, doors.getMapSheetLand, ({ params }, request) => getMapSheetLand(pool, actorOf(request), params));
  serve(app, doors.putMapSheet, ({ params, body, version }, request) =>
    placeMapSheet(pool, actorOf(request), params, { placing: body, version, language: languageOf(request) }),
  );
  serve(app, doors.putMapSheetParcels, ({ params, body, version }, request) =>
    traceMapSheet(pool, actorOf(request), params, { parcels: body.parcels, version }),
  );
  serve(app, doors.digitiseMapSheet, ({ params, version }, request) => {
    const store = { pool, storageDir, personalDataKey, queue };
    return digitiseMapSheet(store, actorOf(request), params, { version, language: languageOf(request) });
  });
}
