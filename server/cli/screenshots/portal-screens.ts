import type { Page } from 'playwright-core';
import { settled } from '../../testing/browser/map-page.ts';
import type { DemoStage } from './demo-stage.ts';

/** One picture: what it shows, where, and what is done before it is taken. */
export interface Screen {
  readonly name: string;
  readonly about: string;
  readonly path: string;
  readonly theme?: 'dark';
  readonly locale?: 'en-GB';
  readonly javaScript?: false;
  /** Kept under docs/screens; the others go to var/screens, to be looked at. */
  readonly kept?: true;
  act?(page: Page): Promise<void>;
}

/** All tiles have come and nothing of them is missing. */
const mapIsThere = async (page: Page) => {
  await settled(page);
};

/** The card of the parcel in the address. */
const cardIsThere = async (page: Page) => {
  await page.locator('.card .card-page').waitFor();
  await mapIsThere(page);
};

const withPanel = (id: string) => async (page: Page) => {
  await mapIsThere(page);
  await page.locator(`[data-tool="${id}"]`).evaluate((button: HTMLElement) => button.click());
  await page.locator(`#map-panel-${id}`).waitFor();
};

const withSuggestions = (text: string) => async (page: Page) => {
  await mapIsThere(page);
  await page.locator('#q').fill(text);
  await page.locator('#suggestions [role="option"]').first().waitFor();
  await page.keyboard.press('ArrowDown');
};

interface Subjects {
  readonly village: string;
  readonly field: string;
  readonly holed: string;
  readonly sheet: string;
  readonly no: string;
  readonly commune: string;
  readonly former: string;
}

/** Parcels worth a picture: a garden in a village, a field, one around a pond. Same seed, same choice. */
async function findSubjects({ ask }: DemoStage): Promise<Subjects> {
  const one = async (where: string) => {
    const [row] = await ask<{ id: string; sheet: string; no: string; commune: string }>(
      `select v.parcel_id as id, s.number as sheet, v.parcel_no as no, s.commune_code as commune
       from cadastre.parcel_version v join cadastre.sheet s using (sheet_id)
       where v.parcel_no is not null and ${where} order by s.number, v.parcel_code limit 1`,
    );
    if (!row) throw new Error(`the demonstration has no parcel with ${where}`);
    return row;
  };
  const village = await one(
    "v.land_use like 'ONT%' and st_npoints(v.geom_legal) > 5 and v.area_m2 between 250 and 900",
  );
  const field = await one("v.land_use = 'LUC' and v.area_m2 between 500 and 3000");
  const holed = await one('st_nrings(v.geom_legal) > 1');
  const [former] = await ask<{ code: string }>(
    'select code from reference.administrative_unit where fictional and valid_to is not null order by code limit 1',
  );
  if (!former) throw new Error('the demonstration has no former unit');
  return { ...village, village: village.id, field: field.id, holed: holed.id, former: former.code };
}

/** Every screen and state of the portal that a picture is taken of. */
export async function portalScreens(stage: DemoStage): Promise<Screen[]> {
  const { village, field, holed, sheet, no, commune, former } = await findSubjects(stage);
  const search = (q: string) => `/search?q=${encodeURIComponent(q)}`;
  return [
    { name: 'home', about: 'The first page: one question, the map behind it', path: '/', kept: true, act: mapIsThere },
    {
      name: 'home-dark-en',
      about: 'The same in English and dark',
      path: '/',
      theme: 'dark',
      locale: 'en-GB',
      act: mapIsThere,
    },
    {
      name: 'home-suggestions',
      about: 'Suggestions while a question is typed',
      path: '/',
      kept: true,
      act: withSuggestions(`${sheet}/${no}`),
    },
    {
      name: 'home-no-script',
      about: 'Without JavaScript: the question and the list of communes',
      path: '/',
      javaScript: false,
    },
    { name: 'map', about: 'A parcel on the map with its card', path: `/?p=${village}`, kept: true, act: cardIsThere },
    { name: 'map-dark', about: 'The card in the dark', path: `/?p=${village}`, theme: 'dark', act: cardIsThere },
    { name: 'map-legend', about: 'What the colours mean', path: `/?p=${field}`, act: withPanel('legend') },
    { name: 'map-list', about: 'What is on the map, as a list', path: `/?p=${field}`, act: withPanel('list') },
    { name: 'map-measure', about: 'Measuring in the legal system', path: `/?p=${field}`, act: withPanel('measure') },
    {
      name: 'map-coordinates',
      about: 'Coordinates in VN-2000 and WGS 84',
      path: `/?p=${field}`,
      act: withPanel('coordinates'),
    },
    { name: 'map-day', about: 'The map as of a day', path: `/?p=${field}`, act: withPanel('day') },
    { name: 'map-share', about: 'A link to what is seen', path: `/?p=${field}`, act: withPanel('share') },
    { name: 'map-print', about: 'Printing at a true scale', path: `/?p=${field}`, act: withPanel('print') },
    { name: 'map-help', about: 'The keys of the map', path: `/?p=${field}`, act: withPanel('help') },
    {
      name: 'search-choice',
      about: 'Several parcels answer: a choice',
      path: search(`tờ ${sheet} thửa ${no}`),
      kept: true,
    },
    { name: 'search-nothing', about: 'Nothing found: what to try', path: search('tờ 999 thửa 9999') },
    { name: 'search-commune', about: 'A former commune and what it became', path: search(former) },
    {
      name: 'search-coordinates',
      about: 'Coordinates, read in each system that fits',
      path: search('21,2701 106,1999'),
    },
    { name: 'parcel', about: 'The page of a parcel', path: `/parcels/${village}`, kept: true },
    {
      name: 'parcel-dark-en',
      about: 'The same in English and dark',
      path: `/parcels/${village}?lang=en`,
      theme: 'dark',
      locale: 'en-GB',
    },
    { name: 'parcel-hole', about: 'A parcel around a pond', path: `/parcels/${holed}` },
    {
      name: 'commune',
      about: 'A commune: land by use, sheets, parcels, open data',
      path: `/communes/${commune}`,
      kept: true,
    },
    { name: 'communes', about: 'All communes and wards', path: '/communes' },
    { name: 'about', about: 'What is published, and what never is', path: '/about' },
    { name: 'help', about: 'Help, task by task', path: '/help' },
    { name: 'problem', about: 'An address that does not exist', path: '/khong-co-trang-nay' },
  ];
}
