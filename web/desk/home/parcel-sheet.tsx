import { useQuery } from '@tanstack/react-query';
import { formatNumber } from '../../../server/domain/words/format-number.ts';
import { getParcel } from '../../api/portal.ts';
import { ListState } from '../shell/list-state.tsx';
import { useWords } from '../shell/use-words.tsx';

/** A registered parcel that was looked for: what the register says of the land. */
export function ParcelSheet({ id }: { readonly id: string }) {
  const { w, language } = useWords();
  const query = useQuery({ queryKey: ['parcel', id], queryFn: ({ signal }) => getParcel(id, null, signal) });
  const parcel = query.data;
  const area = (value: number | null | undefined) => (value == null ? '' : `${formatNumber(value, language, 1)} m²`);
  const facts: readonly (readonly [string, string | null | undefined])[] = parcel
    ? [
        [w('column.commune'), parcel.commune?.name],
        [w('parcel.numberedIn'), parcel.numberedIn?.code === parcel.commune?.code ? null : parcel.numberedIn?.name],
        [w('parcel.legalArea'), area(parcel.legalAreaM2)],
        [w('parcel.area'), area(parcel.areaM2)],
        [
          w('parcel.landUse'),
          parcel.landUse?.map((use) => `${use.code} ${language === 'vi' ? use.nameVi : use.nameEn}`).join(', '),
        ],
        [w('parcel.address'), parcel.address],
        [w('parcel.code'), parcel.code],
      ]
    : [];
  return (
    <article className="sheet">
      <ListState of={query} empty={null}>
        <h2>{w('parcel.title', { sheet: parcel?.sheet ?? '', no: parcel?.no ?? '' })}</h2>
        <dl className="facts">
          {facts.map(
            ([name, value]) =>
              value && (
                <div key={name} className="fact">
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
        <p>
          <a href={`/parcels/${id}`}>{w('parcel.page')}</a>
        </p>
      </ListState>
    </article>
  );
}
