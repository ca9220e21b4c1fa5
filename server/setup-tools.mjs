/** What the set-up looks for on a machine beside Node and PostgreSQL. Like setup.mjs it imports nothing of ours. */
import fs from 'node:fs';

/** Tesseract's model of Vietnamese, where Debian and Ubuntu put it. */
function hasModel() {
  const folder = '/usr/share/tesseract-ocr';
  if (!fs.existsSync(folder)) return false;
  return fs.readdirSync(folder).some((version) => fs.existsSync(`${folder}/${version}/tessdata/vie.traineddata`));
}

const SLOW_READER = 'scans are read by the slower program that came with the packages';

/** Tools that a start, tests or benchmarks call. Debian package, the programs that show it is there, what is skipped or done otherwise without. A spare one is never demanded: older releases have none. */
export const tools = [
  {
    for: ['test'],
    package: 'chromium',
    anyOf: ['chromium', 'chromium-browser', 'google-chrome'],
    without: 'the browser tests',
  },
  {
    for: ['test'],
    package: 'chromium-headless-shell',
    anyOf: ['chromium-headless-shell'],
    otherwise: 'the browser tests use the whole browser, which takes a fifth longer',
    spare: true,
  },
  { for: ['test', 'bench'], package: 'gdal-bin', anyOf: ['ogrinfo'], without: 'the comparison with GDAL' },
  { for: ['start', 'test', 'bench'], package: 'tesseract-ocr', anyOf: ['tesseract'], otherwise: SLOW_READER },
  { for: ['start', 'test', 'bench'], package: 'tesseract-ocr-vie', isThere: hasModel, otherwise: SLOW_READER },
  { for: ['test'], package: 'poppler-utils', anyOf: ['pdftoppm'], without: 'measuring what is printed' },
  { for: ['test'], package: 'zbar-tools', anyOf: ['zbarimg'], without: 'reading the QR codes of papers' },
  { for: ['test'], package: 'default-jre-headless', anyOf: ['java'], without: 'the sign-in tests with Keycloak' },
  { for: ['test'], package: 'maven', anyOf: ['mvn'], without: 'the sign-in tests with Keycloak' },
  { for: ['test'], package: 'openssl', anyOf: ['openssl'], without: 'the sign-in tests with Keycloak' },
  { for: ['test'], package: 'curl', anyOf: ['curl'], without: 'the tests with curl' },
  { for: ['bench'], package: 'postgis', anyOf: ['shp2pgsql'], without: 'the comparison with shp2pgsql' },
];
