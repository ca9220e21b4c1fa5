import type {
  ColumnProfile,
  ColumnProfileList,
  NameColumns,
} from '../../../server/domain/contract/batch/column-profiles.ts';
import { getJson, reach } from '../get-json.ts';
import { postJson } from '../send-json.ts';

export type { ColumnProfile, NameColumns };

export const listColumnProfiles = (signal?: AbortSignal) => getJson<ColumnProfileList>('/api/column-profiles', signal);

/** The same id again is the same profile. */
export const nameColumns = (body: NameColumns) => postJson<ColumnProfile>('/api/column-profiles', { body });

export const deleteColumnProfile = (id: string): Promise<undefined> =>
  reach<undefined>(`/api/column-profiles/${encodeURIComponent(id)}`, {
    method: 'DELETE',
    headers: { 'accept-language': document.documentElement.lang, 'x-diaba-request': '1' },
  });
