import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { PAPER_MAKERS } from '../../../../server/domain/paper.ts';
import { formatAreaColumn } from '../../../../server/domain/words/format-number.ts';
import { paperFile } from '../../../api/paper/papers.ts';
import type { Parcel } from '../../../api/parcels.ts';
import { ListState } from '../../shell/list-state.tsx';
import { useHasRole } from '../../shell/session/use-me.tsx';
import { useWords } from '../../shell/use-words.tsx';
import { useIssuePaper } from '../paper/use-issue-paper.ts';
import { ParcelStateMark } from '../parcel-state-mark.tsx';
import { useFoundParcels } from '../use-parcel.ts';

/** As many as one extract shows. */
const MOST = 20;

/** Parcels of these numbers; several that are current are put into one extract. */
export function FoundParcels({ q }: { readonly q: string }) {
  const { w } = useWords();
  const mayMake = useHasRole(...PAPER_MAKERS);
  const found = useFoundParcels(q);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const items = found.data?.items ?? [];
  const picked = items.filter(({ id }) => chosen.includes(id));
  const offers = mayMake && items.filter(({ state }) => state === 'current').length > 1;
  const turn = (id: string, isChosen: boolean) =>
    setChosen(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <ListState of={found} empty={items.length === 0 ? w('find.none') : null}>
      {offers && <ExtractOfSeveral parcels={picked} />}
      <ul className="land-found" aria-busy={found.isPlaceholderData}>
        {items.map((parcel) => (
          <FoundParcel
            key={parcel.id}
            parcel={parcel}
            chosen={chosen.includes(parcel.id)}
            onChoose={offers && parcel.state === 'current' ? (is) => turn(parcel.id, is) : undefined}
          />
        ))}
      </ul>
      {found.data?.nextCursor && <p className="quiet">{w('find.more')}</p>}
    </ListState>
  );
}

function ExtractOfSeveral({ parcels }: { readonly parcels: readonly Parcel[] }) {
  const { w } = useWords();
  const { issue, busy, made } = useIssuePaper(parcels[0]?.id ?? '');
  const communes = new Set(parcels.map(({ commune }) => commune.code));
  const why =
    parcels.length === 0
      ? w('find.extractHow')
      : communes.size > 1
        ? w('find.extractOneCommune')
        : parcels.length > MOST
          ? w('find.extractMost', { n: MOST })
          : null;
  return (
    <div className="land-chosen">
      <Button
        variant="default"
        loading={busy}
        disabled={why !== null}
        onClick={() => void issue({ kind: 'map_extract', parcelIds: parcels.map(({ id }) => id) }).catch(reportError)}
      >
        {w('find.extract', { n: parcels.length })}
      </Button>
      {why !== null && <span className="quiet">{why}</span>}
      {made !== null && (
        <a href={paperFile(made)} target="_blank" rel="noopener">
          {w('papers.openOf', { serial: made })}
        </a>
      )}
    </div>
  );
}

interface FoundProps {
  readonly parcel: Parcel;
  readonly chosen: boolean;
  readonly onChoose: ((isChosen: boolean) => void) | undefined;
}

function FoundParcel({ parcel, chosen, onChoose }: FoundProps) {
  const { w, language } = useWords();
  const { no, sheet, commune, landUse, address } = parcel;
  const area = formatAreaColumn(parcel.legalAreaM2 ?? parcel.areaM2, language);
  const which = w(parcel.legalAreaM2 === null ? 'parcel.computedArea' : 'parcel.legalArea');
  const name = w('parcel.name', { no, sheet });
  return (
    <li data-choosable={onChoose ? true : undefined}>
      {onChoose && (
        <input
          type="checkbox"
          checked={chosen}
          aria-label={w('find.choose', { parcel: `${name}, ${commune.name}` })}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      )}
      <Link to={`/desk/parcels/${parcel.id}`}>
        <strong>{name}</strong>
        <span>{commune.name}</span>
        <span className="number">
          {area} <small>{which}</small>
        </span>
        <span>{landUse}</span>
        <ParcelStateMark state={parcel.state} />
        {address !== null && <span className="quiet">{address}</span>}
      </Link>
    </li>
  );
}
