import type { StaffLayer } from '../../domain/contract/layers.ts';
import type { EditionState } from '../../domain/layer/edition-step.ts';
import type { Trx } from '../kit/transaction.ts';

export interface ListedEdition {
  readonly no: number;
  readonly status: EditionState;
  readonly source: string;
  readonly licence: string;
  readonly date: string;
  readonly features: number;
  readonly batchId: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly decidedAt: string | null;
  readonly endedAt: string | null;
  readonly reason: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawal: string | null;
  readonly restores: number | null;
  readonly sourceUrl: string | null;
}

export interface ListedLayer extends Omit<StaffLayer, 'editions'> {
  readonly editions: readonly ListedEdition[];
}

/** Layers with their editions, the newest first; null: all, else the one of a code. */
export async function listLayerRows(trx: Trx, code: string | null): Promise<ListedLayer[]> {
  const { rows } = await trx.query<ListedLayer>(
    `select l.layer_code as code, l.theme, l.title, l.title_en as "titleEn", l.channels,
       (select json_agg(json_build_object('no', e.edition_no, 'status', e.status, 'source', e.source, 'licence', e.licence, 'date', e.data_on,
          'features', e.features, 'batchId', e.batch_id, 'proposedBy', e.proposed_by, 'proposedAt', e.proposed_at, 'decidedAt', e.decided_at,
          'endedAt', e.ended_at, 'reason', e.reason, 'withdrawnAt', e.withdrawn_at, 'withdrawal', e.withdrawal, 'sourceUrl', e.source_url,
          'restores', (select o.edition_no from thematic.edition o where o.edition_id = e.restores)) order by e.edition_no desc)
        from thematic.edition e where e.layer_code = l.layer_code) as editions
     from thematic.layer l where $1::text is null or l.layer_code = $1
     order by exists (select from thematic.edition e where e.layer_code = l.layer_code and e.status = 'proposed') desc, l.title collate "C", l.layer_code`,
    [code],
  );
  return rows;
}
