import type { Page } from 'playwright-core';
import type { Role } from '../../domain/role.ts';
import type { DeskPictureStage } from './desk-picture-stage.ts';
import type { Screen } from './portal-screens.ts';

/** A picture of the desk, and who sits at it. */
export interface DeskScreen extends Screen {
  readonly as: Role;
}

const rowsAreThere = async (page: Page) => {
  await page.locator('[data-row]').first().waitFor();
};
const mapIsThere = async (page: Page) => {
  await rowsAreThere(page);
  if (await page.locator('.pane-map').isVisible()) await mapRests(page);
};
/** It waits for nothing, and has not for a while: on its way to a batch it asks for tiles again and again. */
const mapRests = (page: Page) =>
  page.waitForFunction(() => {
    const map = document.querySelector<HTMLElement>('.map-target:has(canvas)');
    if (map?.dataset.pending !== '0') {
      delete map?.dataset.rests;
      return false;
    }
    map.dataset.rests ??= String(performance.now());
    return performance.now() - Number(map.dataset.rests) > 1500;
  });

/** Chooses the first row and waits for what it moves. */
const withFirstRow = async (page: Page) => {
  await rowsAreThere(page);
  await page.locator('[data-row]').first().click();
  await mapIsThere(page);
};
const withFirstFinding = async (page: Page) => {
  await page.locator('.findings button').first().click();
  await withFirstRow(page);
};

/** Every screen and state of the desk that is worth a look. */
export function deskScreens({ batches }: DeskPictureStage): DeskScreen[] {
  const review = `/desk/batches/${batches.review}`;
  return [
    {
      name: 'desk-home',
      about: 'The desk: queues of work',
      path: '/desk',
      as: 'officer',
      kept: true,
      act: withFirstRow,
    },
    {
      name: 'desk-review',
      about: 'The review of a batch',
      path: review,
      as: 'officer',
      kept: true,
      act: withFirstFinding,
    },
    { name: 'desk-file', about: 'The file of a batch', path: `${review}?view=file`, as: 'officer', act: mapIsThere },
    {
      name: 'desk-history',
      about: 'The history of a batch',
      path: `${review}?view=history`,
      as: 'officer',
      act: mapIsThere,
    },
    {
      name: 'desk-proposal',
      about: 'What an approver decides on',
      path: `/desk/batches/${batches.proposed}`,
      as: 'approver',
      kept: true,
      theme: 'dark',
      act: mapIsThere,
    },
    {
      name: 'desk-campaign',
      about: 'The campaign',
      path: '/desk/campaign',
      as: 'officer',
      locale: 'en-GB',
      act: rowsAreThere,
    },
    {
      name: 'desk-upload',
      about: 'Bringing files in',
      path: '/desk/upload',
      as: 'officer',
      async act(page) {
        const file = (name: string, bytes: number) => ({
          name,
          mimeType: 'application/zip',
          buffer: Buffer.alloc(bytes),
        });
        await page
          .locator('input[type="file"]')
          .setInputFiles([file('99001_to-12_1-1000.zip', 412_345), file('ban do moi.zip', 98_765)]);
      },
    },
    {
      name: 'desk-palette',
      about: 'Find or go to',
      path: '/desk/campaign',
      as: 'officer',
      async act(page) {
        await rowsAreThere(page);
        await page.keyboard.press('Control+k');
        await page.getByRole('listbox').waitFor();
      },
    },
    {
      name: 'desk-shortcuts',
      about: 'Shortcuts',
      path: '/desk/campaign',
      as: 'officer',
      theme: 'dark',
      async act(page) {
        await rowsAreThere(page);
        await page.keyboard.press('?');
        await page.getByRole('dialog').waitFor();
      },
    },
  ];
}
