import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DealingDetail } from '../../api/dealings.ts';
import { operationPath } from '../parcel/operation-path.ts';
import { useOfficer } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';
import type { KindWithForm } from './form/forms.ts';

/** What people do next with a parcel of the same contract, the commonest first. */
const FOLLOWING: readonly (KindWithForm | 'split' | 'resurvey')[] = [
  'transfer',
  'split',
  'mortgage_registration',
  'purpose_change',
  'lease_registration',
  'restriction',
  'term_extension',
  'resurvey',
];

/** What comes next in the same file, on a parcel of this draft as it will be then. Only on a draft of one's own. */
export function AndThen({ dealing }: { readonly dealing: DealingDetail }) {
  const { w } = useWords();
  const { me } = useOfficer();
  const { dealingId, file, raises, targets, status, proposedBy } = dealing;
  const raised = raises.filter(({ role }) => role !== 'neighbour');
  const land = raised.length > 0 ? raised : targets;
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
