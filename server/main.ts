/** npm start: starts and stops the process; everything else is assembled elsewhere. */
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { type Logger, pino } from 'pino';
import { buildApp } from './app.ts';
import { ensureDemo, findFileToTry } from './cli/start/ensure-demo.ts';
import { ensurePortFree, portProblem } from './cli/start/ensure-port-free.ts';
import { identitySettings } from './cli/start/identity-settings.ts';
import { messageSettings } from './cli/start/message-settings.ts';
import { openRegistry, type Registry } from './cli/start/open-registry.ts';
import { openWorker } from './cli/start/open-worker.ts';
import { failPlainly } from './cli/start/plain-message.ts';
import { serveWorker } from './cli/start/serve-worker.ts';
import { readSigningSettings } from './cli/start/signing-settings.ts';
import { type Config, readConfig } from './config.ts';
import { closePools, openPools, type Pools } from './db/kit/pools.ts';
import { listFictionalCommunes } from './db/reference/fictional-communes.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './embedded/identity/demo-accounts.ts';
import { type EmbeddedIdentity, openEmbeddedIdentity } from './embedded/identity/open-identity.ts';
import type { Worker } from './jobs/start-worker.ts';
import type { IdentitySettings } from './plugins/access/identity.ts';
import { type MetricsServer, serveMetrics } from './plugins/metrics-server.ts';
import { createCheckpointSigner } from './registry/audit/checkpoint-signer.ts';
import { keepAuditSealed, type Sealer } from './registry/audit/keep-sealed.ts';
import { keepDerivedFresh, type Refresher } from './registry/register/refresh-derived.ts';
import { openPageFiles } from './routes/built-web.ts';

const WEB_DIST = fileURLToPath(new URL('../web/dist', import.meta.url));

/** The accounts of the demonstration, for whoever just started it. */
function accountLines(config: Config): string[] {
  if (config.keycloak) return [`  Accounts           ${config.keycloak.issuer}`];
  if (!config.demo)
    return ['  Accounts           none: embedded identity without the demonstration (npm run admin -- token)'];
  const names = DEMO_ACCOUNTS.map(({ userName }) => userName);
  return [
    `  Accounts           ${names.slice(0, 4).join(', ')},`,
    `                     ${names.slice(4).join(', ')}; password ${DEMO_PASSWORD}`,
  ];
}

function openIdentity(
  config: Config,
  registry: Registry,
  pools: Pools,
  settings: IdentitySettings,
  publicUrl: string,
  log: Logger,
): Promise<EmbeddedIdentity> {
  return openEmbeddedIdentity({
    ...settings,
    services: [],
    demo: config.demo,
    publicOrigin: new URL(publicUrl).origin,
    migratorUrl: registry.urls.migrator,
    filesNow: openPageFiles(WEB_DIST, 'portal/page.ts'),
    listCommunes: () => listFictionalCommunes(pools.app),
    onTrouble: (what, error) => log.warn({ cause: String(error) }, what),
  });
}

async function announce(app: FastifyInstance, config: Config, registry: Registry): Promise<void> {
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const base = config.publicUrl ?? `http://${config.host}:${port}`;
  const fileToTry = await findFileToTry(config);
  const lines = [
    '',
    'Địa Bạ is ready.',
    `  Portal             ${base}/`,
    `  Desk               ${base}/desk`,
    `  API                ${base}/api/docs`,
    `  OpenAPI            ${base}/api/openapi.json`,
    `  Sign-in            ${base}/auth/login`,
    ...accountLines(config),
    ...(fileToTry === null ? [] : [`  To try an upload   ${fileToTry}`]),
    `  Health             ${base}/health/ready`,
    `  Database           ${registry.embedded ? 'embedded (npm run admin -- database-url)' : 'as configured'}`,
    '  Ctrl-C stops everything that was started here.',
    '',
  ];
  console.log(lines.join('\n'));
}

async function serve(config: Config): Promise<void> {
  await ensurePortFree('PORT', config.host, config.port);
  if (config.metricsPort !== null) await ensurePortFree('METRICS_PORT', config.host, config.metricsPort);
  const signing = await readSigningSettings(config);
  const registry = await openRegistry(config);
  const log = pino({
    level: config.logLevel,
    redact: { paths: ['*.password', '*.authorization', '*.cookie'], remove: true },
  });
  const pools = openPools(registry.urls, (error) =>
    log.warn({ code: (error as NodeJS.ErrnoException).code }, 'a database connection was lost'),
  );
  let app: FastifyInstance | undefined;
  let metrics: MetricsServer | undefined;
  let refresher: Refresher | undefined;
  let sealer: Sealer | undefined;
  let embedded: EmbeddedIdentity | undefined;
  let worker: Worker | undefined;
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      await metrics?.close();
      await app?.close();
      await worker?.stop();
      await refresher?.stop();
      await sealer?.stop();
      await embedded?.close();
      await closePools(pools);
      await registry.release();
    })();
    return stopping;
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Ctrl-C comes twice under npm, from the terminal and from npm: the second must not cut the first short.
    process.on(signal, () => void stop().then(() => process.exit(0)));
  }
  try {
    await ensureDemo(config, registry, pools);
    refresher = keepDerivedFresh(pools.app, (error) =>
      log.warn({ code: (error as NodeJS.ErrnoException).code }, 'outlines and places could not be refreshed'),
    );
    sealer = keepAuditSealed(pools.app, createCheckpointSigner(registry.personalDataKey), (error) =>
      log.warn({ code: (error as NodeJS.ErrnoException).code }, 'the audit log could not be sealed'),
    );
    const { trustProxy, registrySrid, metricsPort, baseLayerUrl, demo, storageDir } = config;
    const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;
    const identity = identitySettings(config, registry, publicUrl);
    if (!config.keycloak) embedded = await openIdentity(config, registry, pools, identity, publicUrl, log);
    app = await buildApp({
      config: {
        publicUrl,
        trustProxy,
        registrySrid,
        metricsPort,
        baseLayerUrl,
        demo,
        storageDir,
        identity,
        personalDataKey: registry.personalDataKey,
        signing,
        hooksInside: config.watchHooksInside,
        layerSources: config.layerSources,
        webDist: WEB_DIST,
      },
      pools,
      log,
      ...(embedded ? { realms: embedded.handle } : {}),
    });
    if (config.roles.includes('worker'))
      worker = await openWorker(pools, { ...config, ...registry }, log, messageSettings(config));
    await app.listen({ host: config.host, port: config.port }).catch((error: unknown) => {
      throw portProblem('PORT', config.host, config.port, error);
    });
    if (metricsPort !== null) {
      metrics = await serveMetrics(app, config.host, metricsPort).catch((error: unknown) => {
        throw portProblem('METRICS_PORT', config.host, metricsPort, error);
      });
    }
    await announce(app, config, registry);
  } catch (error) {
    await stop();
    throw error;
  }
}

try {
  const config = readConfig(process.env);
  await (config.roles.includes('web') ? serve(config) : serveWorker(config));
} catch (error) {
  failPlainly(error);
}
