import { Button, NativeSelect } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { type DealingDetail, getDealing } from '../../api/dealings.ts';
import { operationPath } from '../parcel/operation-path.ts';
import { guarded } from '../shell/session/session-gate.ts';
import { useOfficer } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';
import type { KindWithForm } from './form/forms.ts';
import { landAfter } from './land-after.ts';
import { dealingKey } from './use-dealings.ts';

/** What people do next with a parcel of the same contract, the commonest first. */
const FOLLOWING: readonly (KindWithForm | 'split' | 'merge' | 'boundary_adjustment' | 'resurvey')[] = [
  'transfer',
  'split',
  'merge',
  'mortgage_registration',
  'purpose_change',
  'lease_registration',
  'restriction',
  'term_extension',
  'boundary_adjustment',
  'resurvey',
];

/** What comes next in the same file, on a parcel as its file will leave it. Only on a draft of one's own. */
export function AndThen({ dealing }: { readonly dealing: DealingDetail }) {
  const { w } = useWords();
  const { me } = useOfficer();
  const { dealingId, file, status, proposedBy } = dealing;
  const members = useQueries({
    queries: file.map((member) => ({
      queryKey: dealingKey(member.dealingId),
      queryFn: ({ signal }: { signal: AbortSignal }) => guarded(() => getDealing(member.dealingId, signal)),
    })),
    combine: (all) => all.flatMap(({ data }) => data?.dealing ?? []),
  });
  const land = landAfter(members.length < Math.max(file.length, 1) ? [dealing] : members);
  const [parcel, setParcel] = useState(land[0]?.parcelId ?? '');
  const [kind, setKind] = useState<(typeof FOLLOWING)[number]>('transfer');
  if (status !== 'draft' || proposedBy.id !== me.id || land.length === 0) return null;
  const last = file.at(-1)?.dealingId ?? dealingId;
  const chosen = land.some(({ parcelId }) => parcelId === parcel) ? parcel : land[0]!.parcelId;
  return (
    <section className="land-part" data-part="and-then">
      <h2>{w('dealfile.andThen')}</h2>
      <p className="quiet">{w('dealfile.andThenAbout')}</p>
      <div className="land-fields">
        <NativeSelect
          label={w('dealfile.parcel')}
          value={chosen}
          data={land.map(({ parcelId, no, sheet }) => ({ value: parcelId, label: w('parcel.name', { no, sheet }) }))}
          onChange={(event) => setParcel(event.currentTarget.value)}
        />
        <NativeSelect
          label={w('dealfile.kind')}
          value={kind}
          data={FOLLOWING.map((one) => ({ value: one, label: w(`kind.${one}`) }))}
          onChange={(event) => setKind(FOLLOWING.find((one) => one === event.currentTarget.value) ?? 'transfer')}
        />
      </div>
      <Button component={Link} to={`${operationPath(chosen, kind)}?after=${last}`} variant="default">
        {w('dealfile.begin')}
      </Button>
    </section>
  );
}
