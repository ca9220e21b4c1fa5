import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route opened, as the router has it; the description is held against this. */
    readonly routeTable: readonly { readonly method: string; readonly url: string }[];
    /** Methods of the doors at an address, in order; none where there is no door. */
    methodsAt(address: string): readonly string[];
  }
}

/** A pattern of the router: `:name` is a part of a path, `*` all the rest. */
function matcherOf(pattern: string): RegExp {
  const literal = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll(/:\w+/g, '[^/]+').replace('*', '.*')}$`);
}

/** Keeps the list of routes. Must come before the first route. */
export function listRoutes(app: FastifyInstance): void {
  const routes: { method: string; url: string }[] = [];
  const patterns = new Map<string, { readonly matches: RegExp; readonly methods: Set<string> }>();
  app.decorate('routeTable', routes);
  app.decorate('methodsAt', (address: string) => {
    const [path = ''] = address.split('?', 1);
    const found = [...patterns.values()].filter(({ matches }) => matches.test(path));
    return [...new Set(found.flatMap(({ methods }) => [...methods]))].sort();
  });
  app.addHook('onRoute', ({ method, url }) => {
    const at = patterns.get(url) ?? { matches: matcherOf(url), methods: new Set() };
    patterns.set(url, at);
    for (const one of [method].flat()) {
      routes.push({ method: one, url });
      at.methods.add(one);
    }
  });
}
