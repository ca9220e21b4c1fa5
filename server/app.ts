import type { RequestListener } from 'node:http';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { openPress } from './certificates/open-press.ts';
import { NO_SIGNING_SETTINGS, type SigningSettings } from './certificates/signing/open-seal.ts';
import type { TemplateShelf } from './certificates/versions/template-shelf.ts';
import type { Pools } from './db/kit/pools.ts';
import { openImportQueue } from './jobs/import-queue.ts';
import { openLookupQueue } from './jobs/lookup-queue.ts';
import { openScanQueue } from './jobs/scan-queue.ts';
import { type IdentitySettings, useIdentity } from './plugins/access/identity.ts';
import { mountRealms } from './plugins/access/mount-realms.ts';
import { countRequests } from './plugins/metrics.ts';
import { compressReplies } from './plugins/reply/compress-replies.ts';
import { usePages } from './plugins/reply/page-frame.ts';
import { replyWithProblems } from './plugins/reply/problem-reply.ts';
import { addSecurityHeaders } from './plugins/reply/security-headers.ts';
import { logAccess } from './plugins/request/access-log.ts';
import { allowOtherOrigins } from './plugins/request/allow-other-origins.ts';
import { redirectToPublicHost } from './plugins/request/public-host.ts';
import { DEFAULT_RATE_LIMITS, limitRates, type RateLimits } from './plugins/request/rate-limit.ts';
import { handleClientError, handleFrameworkError } from './plugins/request/raw-errors.ts';
import { refuseEncodedBodies } from './plugins/request/refuse-encoded-bodies.ts';
import { listRoutes } from './plugins/request/route-table.ts';
import { limitSlowBodies } from './plugins/request/slow-bodies.ts';
import { useStrictValidation } from './plugins/request/strict-validation.ts';
import type { QueueImport } from './registry/batch/queue-import.ts';
import type { QueueScan } from './registry/document/queue-scan.ts';
import { createLookupCipher } from './registry/lookup/lookup-cipher.ts';
import { openNotices } from './registry/register/notices.ts';
import { createWatchCipher } from './registry/watch/watch-cipher.ts';
import { answerRoutes } from './routes/answers.ts';
import { assetRoutes } from './routes/assets.ts';
import { authRoutes } from './routes/auth.ts';
import { openPageFiles } from './routes/built-web.ts';
import { descriptionRoutes } from './routes/description.ts';
import { deskRoutes } from './routes/desk.ts';
import { guideRoutes } from './routes/guides.ts';
import { healthRoutes } from './routes/health.ts';
import { indicatorRoutes } from './routes/indicators.ts';
import { layerRoutes } from './routes/layers.ts';
import { lookupRoutes } from './routes/lookups.ts';
import { meRoutes } from './routes/me.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { auditRoutes } from './routes/officer/audit.ts';
import { batchProgressRoutes } from './routes/officer/batch-progress.ts';
import { batchStepRoutes } from './routes/officer/batch-steps.ts';
import { batchRoutes } from './routes/officer/batches.ts';
import { certificateRoutes } from './routes/officer/certificates.ts';
import { columnProfileRoutes } from './routes/officer/column-profiles.ts';
import { dealingRoutes } from './routes/officer/dealings.ts';
import { documentRoutes } from './routes/officer/documents.ts';
import { mapSheetRoutes } from './routes/officer/map-sheets.ts';
import { paperRoutes } from './routes/officer/papers.ts';
import { parcelFileRoutes } from './routes/officer/parcel-files.ts';
import { parcelRoutes } from './routes/officer/parcels.ts';
import { officerRequestRoutes } from './routes/officer/requests.ts';
import { scanRoutes } from './routes/officer/scans.ts';
import { secondReadingRoutes } from './routes/officer/second-readings.ts';
import { shelfRoutes } from './routes/officer/shelves.ts';
import { ogcRoutes } from './routes/ogc.ts';
import { ogcTileRoutes } from './routes/ogc-tiles.ts';
import { answerPageRoutes } from './routes/portal/answers.ts';
import { businessRoutes } from './routes/portal/business.ts';
import { communePageRoutes } from './routes/portal/commune-page.ts';
import { portalCommuneRoutes } from './routes/portal/communes-api.ts';
import { homeRoutes } from './routes/portal/home.ts';
import { openDataRoutes } from './routes/portal/open-data.ts';
import { parcelPageRoutes } from './routes/portal/parcel-page.ts';
import { portalParcelRoutes } from './routes/portal/parcels.ts';
import { plainPageRoutes } from './routes/portal/plain-pages.ts';
import { requestRoutes } from './routes/portal/requests.ts';
import { portalSearchRoutes } from './routes/portal/search-api.ts';
import { searchPageRoutes } from './routes/portal/search-page.ts';
import { sitemapRoutes } from './routes/portal/sitemap.ts';
import { verifyRoutes } from './routes/portal/verify.ts';
import { watchPageRoutes } from './routes/portal/watches.ts';
import { referenceRoutes } from './routes/reference.ts';
import { openTileCaches, tileRoutes } from './routes/tiles.ts';
import { watchRoutes } from './routes/watches.ts';
import { overrideMethod } from './uploads/override-method.ts';
import { type UploadParts, uploadRoutes } from './uploads/upload-routes.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Connections by role: what a route can read is decided by the one it takes. */
    readonly pools: Pools;
  }
}

/** What the doors need to know of the configuration (config.ts reads it). */
export interface AppConfig {
  /** Address under which people reach us; links and redirects are made from it, never from a request. */
  readonly publicUrl: string;
  /** Addresses of proxies whose X-Forwarded-* are believed; empty = none. */
  readonly trustProxy: readonly string[];
  readonly registrySrid: number;
  /** Port that serves /metrics instead of this one. */
  readonly metricsPort: number | null;
  readonly baseLayerUrl: string | null;
  /** Whether the data is invented: the pages say so. */
  readonly demo: boolean;
  /** Where files are kept: those that came in and those made for downloads. */
  readonly storageDir: string;
  /** Folder of the built web pages. */
  readonly webDist: string;
  /** The identity provider. It is asked nothing before somebody signs in or sends a token. */
  readonly identity: IdentitySettings;
  /** Keys that sign papers; default: a trial key of our own, no time stamps. */
  readonly signing?: SigningSettings;
  /** Versions of the templates of papers; those of this release where nothing is said. */
  readonly paperTemplates?: TemplateShelf;
  /** Key under which files that came in are kept. */
  readonly personalDataKey: Buffer;
  /** What uploads may take; default: upload/open-upload.ts. */
  readonly uploadRoom?: UploadParts['room'];
  readonly rateLimits?: RateLimits;
  /** Whether addresses that businesses name may be inside, and without TLS; default no. */
  readonly hooksInside?: boolean;
  /** Addresses under which services may be read that layers are fetched from; none: nothing is fetched. */
  readonly layerSources?: readonly string[];
}

export interface AppParts {
  readonly config: AppConfig;
  readonly pools: Pools;
  readonly log?: FastifyBaseLogger;
  /** The embedded identity, where it runs in this process: it answers under /realms/. */
  readonly realms?: RequestListener;
  /** Hands a received batch to the pipeline; default: the queue of the workers. */
  readonly queueImport?: QueueImport;
  /** Hands work on scans to the workers; default: their queue. */
  readonly queueScan?: QueueScan;
}

/** For what a form or a script sends, at most 256 kB. */
const LONGEST_BODY_MS = 30_000;

/** Assembles the server. Does not listen, opens no pool and closes none: that is main's. */
export async function buildApp({
  config,
  pools,
  log,
  realms,
  queueImport,
  queueScan,
}: AppParts): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    ...(log ? { loggerInstance: log } : {}),
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    bodyLimit: 256 * 1024,
    // Bodies have their limit in slow-bodies.ts, since those of uploads have none.
    requestTimeout: 0,
    http: { headersTimeout: 30_000 },
    connectionTimeout: 60_000,
    // Longer than a proxy's usual 60 s, so that the proxy closes first and no request meets a closing connection.
    keepAliveTimeout: 72_000,
    requestIdHeader: false,
    rewriteUrl: overrideMethod,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    logController: new LogController({ disableRequestLogging: true }),
    exposeHeadRoutes: true,
    routerOptions: { maxParamLength: 100 },
    frameworkErrors: handleFrameworkError,
    clientErrorHandler: handleClientError,
  });
  app.decorate('pools', pools);
  const notices = openNotices(pools.app);
  const imports = openImportQueue(pools.app, (error) =>
    app.log.warn({ cause: String(error) }, 'the queue of imports is not well'),
  );
  const scans = openScanQueue(pools.app, (error) =>
    app.log.warn({ cause: String(error) }, 'the queue of scans is not well'),
  );
  const lookups = openLookupQueue(pools.app, (error) =>
    app.log.warn({ cause: String(error) }, 'the queue of look-ups is not well'),
  );
  app.addHook('onClose', async () => {
    await lookups.close();
    await imports.close();
    await scans.close();
    await notices.close();
  });
  app.decorateRequest('actor', null);
  app.decorateRequest('actorUntil', null);
  listRoutes(app);
  useStrictValidation(app);
  replyWithProblems(app);
  refuseEncodedBodies(app);
  limitSlowBodies(app, LONGEST_BODY_MS);
  logAccess(app);
  countRequests(app);
  await compressReplies(app);
  await addSecurityHeaders(app, {
    https: config.publicUrl.startsWith('https:'),
    baseLayerOrigin: config.baseLayerUrl === null ? null : new URL(config.baseLayerUrl).origin,
  });
  allowOtherOrigins(app);
  const publicUrl = config.publicUrl.replace(/\/$/, '');
  const portalFiles = openPageFiles(config.webDist, 'portal/page.ts');
  await usePages(app, {
    get files() {
      return portalFiles();
    },
    publicUrl,
    demo: config.demo,
  });
  redirectToPublicHost(app, config.publicUrl);
  useIdentity(app, config.identity, config.publicUrl);
  await limitRates(app, config.rateLimits ?? DEFAULT_RATE_LIMITS);

  healthRoutes(app, config);
  metricsRoutes(app, config.metricsPort);
  portalParcelRoutes(app);
  portalSearchRoutes(app);
  portalCommuneRoutes(app);
  openDataRoutes(app, { storageDir: config.storageDir, registrySrid: config.registrySrid, publicUrl });
  referenceRoutes(app);
  const tileCaches = openTileCaches();
  tileRoutes(app, tileCaches);
  layerRoutes(app, config.layerSources ?? []);
  ogcRoutes(app, { publicUrl, registrySrid: config.registrySrid });
  ogcTileRoutes(app, { publicUrl, tileCaches });
  descriptionRoutes(app, config.publicUrl);
  meRoutes(app);
  batchRoutes(app);
  auditRoutes(app);
  parcelRoutes(app);
  parcelFileRoutes(app, config);
  dealingRoutes(app, config.personalDataKey);
  const press = openPress(
    pools.app,
    { storageDir: config.storageDir, personalDataKey: config.personalDataKey, publicUrl },
    config.signing ?? NO_SIGNING_SETTINGS,
    config.paperTemplates,
  );
  paperRoutes(app, press);
  certificateRoutes(app, press);
  officerRequestRoutes(app, press);
  answerRoutes(app, press);
  await answerPageRoutes(app, press);
  indicatorRoutes(app);
  const watchDoors = {
    cipher: createWatchCipher(config.personalDataKey),
    registrySrid: config.registrySrid,
    hooksInside: config.hooksInside ?? false,
  };
  watchRoutes(app, watchDoors);
  await watchPageRoutes(app, watchDoors);
  const lookupDoors = {
    cipher: createLookupCipher(config.personalDataKey),
    queue: lookups.queue,
    publicUrl,
    storageDir: config.storageDir,
  };
  await lookupRoutes(app, lookupDoors);
  await businessRoutes(app, lookupDoors);
  documentRoutes(app, { storageDir: config.storageDir, personalDataKey: config.personalDataKey });
  scanRoutes(app, queueScan ?? scans.queue);
  secondReadingRoutes(app, config.personalDataKey);
  shelfRoutes(app);
  columnProfileRoutes(app);
  verifyRoutes(app, config.signing ?? NO_SIGNING_SETTINGS);
  await requestRoutes(app, { storageDir: config.storageDir, personalDataKey: config.personalDataKey, publicUrl });
  const queue = queueImport ?? imports.queue;
  batchStepRoutes(app, queue);
  batchProgressRoutes(app, notices, queue);
  const { storageDir, personalDataKey, uploadRoom } = config;
  mapSheetRoutes(app, { storageDir, personalDataKey, queue });
  const room = uploadRoom ? { room: uploadRoom } : {};
  await uploadRoutes(app, {
    storageDir,
    personalDataKey,
    queue,
    queueScan: queueScan ?? scans.queue,
    notices,
    ...room,
  });
  await authRoutes(app, config.personalDataKey);
  if (realms) await mountRealms(app, realms);
  deskRoutes(app, {
    filesNow: openPageFiles(config.webDist, 'desk/main.tsx'),
    srid: config.registrySrid,
    personalDataKey,
  });
  homeRoutes(app, config.registrySrid);
  parcelPageRoutes(app);
  communePageRoutes(app);
  searchPageRoutes(app);
  plainPageRoutes(app);
  guideRoutes(app);
  sitemapRoutes(app, publicUrl);
  await assetRoutes(app, config.webDist);
  return app;
}
