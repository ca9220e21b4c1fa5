/** The whole campaign: communes × sheets, each with the batch that counts for it. */
import Type, { type Static } from 'typebox';
import { bothWays, CAMPAIGN_SORTS, type Sort } from '../../batch/batch-list-order.ts';
import { BATCH_READERS } from '../../batch/batch-step.ts';
import { defineContract } from '../contract.ts';
import { CommuneCode, nullable } from '../fields.ts';
import { orderedPageOf, place, SheetNo, sortBy } from '../ordered-page.ts';
import { BatchSummary, Count, Status } from './batch-shapes.ts';

const RowKey = Type.String({ minLength: 1, maxLength: 100 });
/** A sheet of a commune and its latest living batch; an ended one where there is nothing else. */
export const CampaignRow = Type.Object({
  key: RowKey,
  sheet: nullable(Type.String({ description: 'Null for a file of which no sheet is known: it stands for itself' })),
  others: Type.Integer({ minimum: 0, description: 'Other batches of the same sheet: attempts before, or doubles' }),
  batch: BatchSummary,
});
export type CampaignRow = Static<typeof CampaignRow>;

export const CampaignCommune = Type.Object({
  commune: nullable(Type.Object({ code: Type.String(), name: Type.String() })),
  sheets: Count,
  files: Type.Integer({ minimum: 0, description: 'Files of which no sheet is known, such as refused ones' }),
  registered: Count,
  errors: Type.Integer({ minimum: 0, description: 'Open findings that block' }),
});
export type CampaignCommune = Static<typeof CampaignCommune>;

const common = {
  tag: 'batches',
  right: { roles: BATCH_READERS, scope: 'commune' },
  maxAge: null,
} as const;

export const listCampaign = defineContract({
  ...common,
  id: 'listCampaign',
  path: '/api/campaign',
  summary: 'Sheets of the communes one acts in, each with the batch that counts for it',
  query: Type.Object(
    {
      commune: Type.Optional(CommuneCode),
      state: Type.Optional(Status),
      sheet: SheetNo,
      owner: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
      q: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'File, commune or sheet' })),
      sort: sortBy<Sort<(typeof CAMPAIGN_SORTS)[number]>>(bothWays(CAMPAIGN_SORTS), 'commune'),
      ...place(RowKey, 500),
    },
    { additionalProperties: false },
  ),
  reply: orderedPageOf(CampaignRow),
  problems: ['cursor.invalid'],
});

export const countCampaign = defineContract({
  ...common,
  id: 'countCampaign',
  path: '/api/campaign/communes',
  summary: 'How far each commune is: sheets, those registered, open errors',
  reply: Type.Object({ items: Type.Array(CampaignCommune) }),
});
