/** Every screen of the desk that one goes to by itself, as the top bar and the palette offer them. */
import { hasRole } from '../../../server/domain/actor.ts';
import { UPLOAD_ROLES } from '../../../server/domain/batch/upload.ts';
import { STOCK_KEEPERS } from '../../../server/domain/certificate/blank.ts';
import { DOCUMENT_READERS } from '../../../server/domain/document/document.ts';
import { REQUEST_READERS } from '../../../server/domain/request/request-step.ts';
import { type Role, STAFF_ROLES } from '../../../server/domain/role.ts';
import type { Me } from '../../api/session.ts';
import type { DeskWordKey } from '../../i18n/desk-words.ts';
import { hasWork } from '../home/queues.ts';

export interface DeskScreen {
  readonly to: string;
  readonly word: DeskWordKey;
  /** What the screen calls itself, where the bar says it shorter. */
  readonly title?: DeskWordKey;
  /** Whose work it is; null: everybody's who may sit at the desk. */
  readonly roles: readonly Role[] | null;
}

export interface ScreenGroup {
  readonly id: string;
  /** Of a group of several; one that stands alone speaks for itself. */
  readonly word: DeskWordKey | null;
  readonly screens: readonly DeskScreen[];
}

const GROUPS: readonly ScreenGroup[] = [
  {
    id: 'parcels',
    word: null,
    screens: [{ to: '/desk/parcels', word: 'nav.parcels', title: 'find.title', roles: null }],
  },
  {
    id: 'records',
    word: 'nav.records',
    screens: [
      { to: '/desk/dealings', word: 'nav.dealings', roles: null },
      { to: '/desk/requests', word: 'nav.requests', roles: REQUEST_READERS },
    ],
  },
  {
    id: 'archive',
    word: 'nav.archive',
    screens: [
      { to: '/desk/scans', word: 'nav.scans', title: 'scans.title', roles: DOCUMENT_READERS },
      { to: '/desk/blanks', word: 'nav.blanks', roles: STOCK_KEEPERS },
    ],
  },
  {
    id: 'around',
    word: 'nav.around',
    screens: [
      { to: '/desk/lookup', word: 'nav.lookup', roles: STAFF_ROLES },
      { to: '/desk/layers', word: 'nav.layers', roles: null },
    ],
  },
  {
    id: 'intake',
    word: 'nav.intake',
    screens: [
      { to: '/desk/campaign', word: 'nav.campaign', roles: null },
      { to: '/desk/upload', word: 'nav.upload', roles: UPLOAD_ROLES },
    ],
  },
];

/** The first screen: what there is to do, or for who only looks, what there is. */
export const homeScreen = (me: Me): DeskScreen => ({
  to: '/desk',
  word: hasWork(me) ? 'home.title' : 'home.titleLooking',
  roles: null,
});

/** What this officer goes to, in groups; none is empty. */
export const screensOf = (me: Me): readonly ScreenGroup[] =>
  GROUPS.map((group) => ({
    ...group,
    screens: group.screens.filter(({ roles }) => roles === null || hasRole(me, roles)),
  })).filter(({ screens }) => screens.length > 0);
