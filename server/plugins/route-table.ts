import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route opened, as the router has it; the description is held against this. */
    readonly routeTable: readonly { readonly method: string; readonly url: string }[];
  }
}

/** Keeps the list of routes. Must come before the first route. */
export function listRoutes(app: FastifyInstance): void {
  const routes: { method: string; url: string }[] = [];
  app.decorate('routeTable', routes);
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, url });
  });
}
