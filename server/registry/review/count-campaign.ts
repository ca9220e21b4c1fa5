import type pg from 'pg';
import { countCampaignRows } from '../../db/staging/campaign.ts';
import type { Actor } from '../../domain/actor.ts';
import type { CampaignCommune } from '../../domain/contract/batch/campaign.ts';
import { asStaff } from '../kit/as-staff.ts';

/** How far each of the actor's communes is. */
export const countCampaign = (pool: pg.Pool, actor: Actor): Promise<{ items: CampaignCommune[] }> =>
  asStaff(pool, actor, async (trx) => ({ items: await countCampaignRows(trx) }));
