import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { formatMoment } from '../../../server/domain/words/format-day.ts';
import { formatAreaColumn } from '../../../server/domain/words/format-number.ts';
import type { ParcelDetail, ParcelRights } from '../../api/parcels.ts';
import { useDealingsOf } from '../parcel/use-parcel.ts';
import { useWords } from '../shell/use-words.tsx';

interface Props {
  readonly parcel: ParcelDetail;
  /** Where the form is about holders. */
  readonly rights?: ParcelRights | undefined;
  /** Whether it is one of several, so that it has to be said which. */
  readonly named?: boolean;
}

/** The same of each of several parcels, once all that was chosen has come; `rights` in the order of the parcels. */
export function EachChangedMeanwhile({
  parcels,
  rights,
}: {
  readonly parcels: readonly ParcelDetail[];
  readonly rights: readonly ParcelRights[];
}) {
  if (rights.length < parcels.length) return null;
  return parcels.map((parcel, at) => (
    <ChangedMeanwhile key={parcel.id} parcel={parcel} rights={rights[at]} named={parcels.length > 1} />
  ));
}

/**
 * What somebody else registered on a parcel while a form on it is open: their dealing, and each fact as it was when one began beside how it is now. What
 * was typed stays, and is judged by what is so now.
 */
export function ChangedMeanwhile({ parcel, rights, named = false }: Props) {
  const { w, language } = useWords();
  const dealings = useDealingsOf(parcel.id);
  const [first] = useState({ parcel, rights });
  const registered = dealings.data?.items.filter(({ registeredAt }) => registeredAt !== null);
  const [known, setKnown] = useState<readonly string[] | null>(null);
  useEffect(() => {
    if (registered && known === null) setKnown(registered.map(({ dealingId }) => dealingId));
  }, [registered, known]);
  const theirs = known === null ? [] : (registered ?? []).filter(({ dealingId }) => !known.includes(dealingId));
  if (theirs.length === 0) return null;
  const facts = factsOf(first.parcel, first.rights).map((fact, at) => ({
    ...fact,
    now: factsOf(parcel, rights)[at]?.value ?? null,
  }));
  const changed = facts.filter(({ value, now }) => value !== now);
  const written = (fact: Fact['fact'], value: string | null) => {
    if (value === null || value === '') return <span className="quiet">{w('change.none')}</span>;
    if (fact === 'legalArea' || fact === 'computedArea') return formatAreaColumn(Number(value), language);
    return fact === 'state' ? w(`parcel.state.${value as ParcelDetail['state']}`) : value;
  };
  return (
    <section className="land-strip" role="alert" data-part="meanwhile">
      <p>
        {named && `${w('parcel.name', { no: parcel.no, sheet: parcel.sheet })} · `}
        <strong>{w('meanwhile.title')}</strong>{' '}
        {theirs.map(({ dealingId, kind, registeredAt }) => (
          <span key={dealingId}>
            <Link to={`/desk/dealings/${dealingId}`}>{w(`kind.${kind}`)}</Link>
            {registeredAt !== null && ` (${formatMoment(registeredAt, language)})`}{' '}
          </span>
        ))}
        {w('meanwhile.kept')}
      </p>
      {changed.length > 0 && (
        <table className="land-table">
          <caption className="visually-hidden">{w('meanwhile.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{w('change.fact')}</th>
              <th scope="col">{w('meanwhile.before')}</th>
              <th scope="col">{w('meanwhile.now')}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ fact, value, now }) => (
              <tr key={fact} data-fact={fact}>
                <th scope="row">{w(`meanwhile.${fact}`)}</th>
                <td>{written(fact, value)}</td>
                <td>{written(fact, now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface Fact {
  readonly fact: 'state' | 'number' | 'legalArea' | 'computedArea' | 'landUse' | 'holders' | 'burdens';
  readonly value: string | null;
}

const list = (texts: readonly string[]) => [...texts].sort().join(' · ');

/** What is compared, each as one text. */
function factsOf(parcel: ParcelDetail, rights: ParcelRights | undefined): Fact[] {
  const { state, no, sheet, legalAreaM2, areaM2, landUse } = parcel;
  const facts: Fact[] = [
    { fact: 'state', value: state },
    { fact: 'number', value: `${sheet}/${no}` },
    { fact: 'legalArea', value: legalAreaM2 === null ? null : String(legalAreaM2) },
    { fact: 'computedArea', value: String(areaM2) },
    { fact: 'landUse', value: landUse },
  ];
  if (!rights) return facts;
  const burdens = [...rights.mortgages, ...rights.caveats, ...rights.leases, ...rights.restrictions];
  return [
    ...facts,
    { fact: 'holders', value: list(rights.rights.map(({ holder, share }) => `${holder} ${share}`)) },
    { fact: 'burdens', value: list(burdens.map(({ documentNo }) => documentNo)) },
  ];
}
