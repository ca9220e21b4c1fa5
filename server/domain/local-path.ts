/**
 * A path of this service taken from outside, or `/`. What a browser would read as another host (`//host`, `/\host`), as a
 * scheme or as a second header never passes: what leaves is a path again after the rules of URLs have been applied.
 */
export function localPath(given: string | undefined): string {
  if (given === undefined || !/^\/(?![/\\])/.test(given) || /[\\\p{Cc}]/u.test(given)) return '/';
  const base = 'http://local.invalid';
  const url = URL.parse(given, base);
  // Once the rules have taken dots away, `/..//host` too is a host.
  if (url === null || url.origin !== base || url.pathname.startsWith('//')) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
