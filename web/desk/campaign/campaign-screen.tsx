import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { BATCH_STATUSES } from '../../../server/domain/batch/batch-state.ts';
import { STAFF_ROLES } from '../../../server/domain/role.ts';
import { formatNumber } from '../../../server/domain/words/format-number.ts';
import { type CampaignRow, countCampaign, listCampaign } from '../../api/batch/batches.ts';
import { BATCHES_KEY, LOOK_AGAIN_MS } from '../shell/batch/use-batches.ts';
import { ListState } from '../shell/list-state.tsx';
import { guarded } from '../shell/session/session-gate.ts';
import { useHasRole } from '../shell/session/use-me.tsx';
import { useAsked } from '../shell/use-asked.ts';
import { useWords } from '../shell/use-words.tsx';
import { DataTable } from '../table/data-table.tsx';
import { useServerList } from '../table/server-list.ts';
import { campaignColumns } from './campaign-columns.tsx';
import { CommuneFiles } from './commune-files.tsx';

/** The whole campaign: communes × sheets, with state, open findings, age and owner. */
export default function CampaignScreen() {
  const { w, language } = useWords();
  const navigate = useNavigate();
  const isStaff = useHasRole(...STAFF_ROLES);
  const [asked, ask] = useAsked();
  const counted = useQuery({
    queryKey: [...BATCHES_KEY, 'campaign'],
    queryFn: ({ signal }) => guarded(() => countCampaign(signal)),
    refetchInterval: LOOK_AGAIN_MS,
  });
  const [state, commune] = [asked.get('state') ?? '', asked.get('commune') ?? ''];
  const list = useServerList<CampaignRow>({
    queryKey: [...BATCHES_KEY, 'sheets'],
    ask: listCampaign,
    idOf: ({ key }) => key,
    narrowed: { state: state || undefined, commune: commune || undefined },
    refetchInterval: LOOK_AGAIN_MS,
  });
  const columns = useMemo(() => campaignColumns(w, language), [w, language]);
  const communes = counted.data?.items ?? [];
  const sum = (count: 'sheets' | 'registered' | 'files') => communes.reduce((all, one) => all + one[count], 0);
  const n = (value: number) => formatNumber(value, language, 0);
  const narrow = (name: string, value: string) => ask({ [name]: value || null });
  return (
    <div className="screen">
      <h1>{w('campaign.title')}</h1>
      <ListState
        of={counted}
        empty={communes.length === 0 ? w('campaign.empty') : null}
        emptyAction={
          <p>
            <Link to="/desk/upload">{w('home.bringIn')}</Link>
          </p>
        }
      >
        <p className="quiet">
          {w('campaign.done', { done: n(sum('registered')), all: n(sum('sheets')), communes: n(communes.length) })}
          {sum('files') > 0 && ` ${w('campaign.files', { n: sum('files') })}`}
        </p>
        {commune && isStaff && <CommuneFiles key={commune} code={commune} />}
        <ListState of={list} empty={null}>
          <DataTable
            name="campaign"
            caption={w('campaign.title')}
            columns={columns}
            list={list}
            idOf={({ key }) => key}
            selected={asked.get('row')}
            onSelect={({ key }) => narrow('row', key)}
            onOpen={({ batch }) => void navigate(`/desk/batches/${batch.id}`)}
            fileName="diaba-campaign"
            tools={
              <>
                <NativeSelect
                  size="xs"
                  aria-label={w('column.commune')}
                  value={commune}
                  onChange={(event) => narrow('commune', event.currentTarget.value)}
                  data={[
                    { value: '', label: w('campaign.anyCommune') },
                    ...communes.flatMap(({ commune: one, sheets, registered }) =>
                      one ? [{ value: one.code, label: `${one.name} (${n(registered)}/${n(sheets)})` }] : [],
                    ),
                  ]}
                />
                <NativeSelect
                  size="xs"
                  aria-label={w('column.status')}
                  value={state}
                  onChange={(event) => narrow('state', event.currentTarget.value)}
                  data={[
                    { value: '', label: w('campaign.anyState') },
                    ...BATCH_STATUSES.map((status) => ({ value: status, label: w(`status.${status}`) })),
                  ]}
                />
              </>
            }
          />
        </ListState>
      </ListState>
    </div>
  );
}
