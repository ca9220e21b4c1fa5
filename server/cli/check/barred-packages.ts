import type { Lockfile } from './lockfile.ts';

/** What a production must not carry, and why; package.json's `overrides` keep it out. */
const BARRED: Readonly<Record<string, string>> = {
  chromedriver: 'fetches a browser; keycloak-connect names it for its own tests',
  axios: 'comes with chromedriver',
  elliptic: 'no release without known holes; keycloak-connect checks signatures with it, which we do with jose',
  'jwk-to-pem': 'brings elliptic',
};

/** Packages of the production tree, nested ones too, that are barred. An alias counts as what it stands for. */
export function findBarredPackages(
  { packages }: Pick<Lockfile, 'packages'>,
  barred: Readonly<Record<string, string>> = BARRED,
): string[] {
  return Object.entries(packages).flatMap(([path, { name, dev }]) => {
    const real = name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const why = Object.hasOwn(barred, real) && !dev ? barred[real] : undefined;
    return why === undefined ? [] : [`package-lock.json: ${path} is ${real}: ${why}`];
  });
}
