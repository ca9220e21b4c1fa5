/**
 * Stands in for TypeBox in what browsers get (vite.config.ts): words and rules that pages share with the server stand beside
 * schemas that only the server checks by, and the makers of these are 17 kB of gzip. Whatever is called or read gives this again.
 */
const nothing: unknown = new Proxy(() => nothing, { get: () => nothing, apply: () => nothing });

export default nothing;
