import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { formatAreaColumn } from '../../../server/domain/words/format-number.ts';
import type { Parcel } from '../../api/parcels.ts';
import { ListState } from '../shell/list-state.tsx';
import { useWords } from '../shell/use-words.tsx';
import './land.css';
import { ParcelStateMark } from './parcel-state-mark.tsx';
import { useFoundParcels } from './use-parcel.ts';

/** Find a parcel by what stands on a paper: sheet and number, or its code. */
export default function ParcelsScreen() {
  const { w } = useWords();
  const [asked, setAsked] = useSearchParams();
  const q = asked.get('q') ?? '';
  const [text, setText] = useState(q);
  const found = useFoundParcels(q);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const wanted = text.trim();
    setAsked(wanted === '' ? {} : { q: wanted });
  };
  const items = found.data?.items ?? [];
  return (
    <div className="screen land-find">
      <h1>{w('find.title')}</h1>
      <search>
        <form onSubmit={send} className="land-find-box">
          <TextInput
            label={w('find.label')}
            description={w('find.hint')}
            value={text}
            maxLength={200}
            autoFocus
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" className="primary">
            {w('find.go')}
          </Button>
        </form>
      </search>
      {q === '' ? (
        <p className="quiet">{w('find.start')}</p>
      ) : (
        <ListState of={found} empty={items.length === 0 ? w('find.none') : null}>
          <ul className="land-found" aria-busy={found.isPlaceholderData}>
            {items.map((parcel) => (
              <FoundParcel key={parcel.id} parcel={parcel} />
            ))}
          </ul>
          {found.data?.nextCursor && <p className="quiet">{w('find.more')}</p>}
        </ListState>
      )}
    </div>
  );
}

function FoundParcel({ parcel }: { readonly parcel: Parcel }) {
  const { w, language } = useWords();
  const { no, sheet, commune, landUse, address } = parcel;
  const area = formatAreaColumn(parcel.legalAreaM2 ?? parcel.areaM2, language);
  const which = w(parcel.legalAreaM2 === null ? 'parcel.computedArea' : 'parcel.legalArea');
  return (
    <li>
      <Link to={`/desk/parcels/${parcel.id}`}>
        <strong>{w('parcel.name', { no, sheet })}</strong>
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
