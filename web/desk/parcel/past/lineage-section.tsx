import { Link } from 'react-router';
import type { ParcelLineage } from '../../../../server/domain/contract/parcel/parcel-lineage.ts';
import { dayOf } from '../../../../server/domain/legal-day.ts';
import { formatDay } from '../../../../server/domain/words/format-day.ts';
import { formatAreaColumn } from '../../../../server/domain/words/format-number.ts';
import { ListState } from '../../shell/list-state.tsx';
import { useWords } from '../../shell/use-words.tsx';
import './lineage.css';
import { ParcelStateMark } from '../parcel-state-mark.tsx';
import { useParcelLineage } from '../use-parcel.ts';
import { BOX, layOutLineage } from './lineage-layout.ts';

/** Wider drawings say nothing in the room there is: the list tells it all. */
const MOST_WIDE = 720;

/** Where a parcel came from and what became of it, over generations: a drawing, and the same as a list. */
export function LineageSection({ id }: { readonly id: string }) {
  const { w } = useWords();
  const lineage = useParcelLineage(id);
  const links = lineage.data?.links ?? [];
  return (
    <section className="land-part" data-part="lineage">
      <h2>{w('parcel.lineage')}</h2>
      <ListState of={lineage} empty={lineage.data && links.length === 0 ? w('parcel.noLineage') : null}>
        {lineage.data && (
          <>
            <Drawing lineage={lineage.data} id={id} />
            <Generations lineage={lineage.data} id={id} />
            {lineage.data.more && <p className="quiet">{w('lineage.more')}</p>}
          </>
        )}
      </ListState>
    </section>
  );
}

function Drawing({ lineage, id }: { readonly lineage: ParcelLineage; readonly id: string }) {
  const { width, height, boxes, lines } = layOutLineage(lineage);
  if (width > MOST_WIDE) return null;
  const members = new Map(lineage.items.map((one) => [one.id, one]));
  return (
    <svg
      className="lineage-drawing"
      viewBox={`-2 -2 ${width + 4} ${height + 4}`}
      width={width + 4}
      height={height + 4}
      aria-hidden="true"
    >
      {lines.map(({ from, to }) => (
        <path
          key={`${from.join()} ${to.join()}`}
          d={`M${from.join(' ')}C${from[0]} ${from[1] + 14} ${to[0]} ${to[1] - 14} ${to.join(' ')}`}
        />
      ))}
      {boxes.map((box) => (
        <g key={box.id} data-state={members.get(box.id)?.state} data-self={box.id === id}>
          <rect x={box.x} y={box.y} width={BOX.width} height={BOX.height} rx={3} />
          <text x={box.x + BOX.width / 2} y={box.y + 15} textAnchor="middle">
            {members.get(box.id)?.no}
          </text>
        </g>
      ))}
    </svg>
  );
}

function Generations({ lineage, id }: { readonly lineage: ParcelLineage; readonly id: string }) {
  const { w } = useWords();
  const name = (n: number) => {
    if (n === 0) return w('lineage.self');
    if (Math.abs(n) === 1) return w(n < 0 ? 'lineage.before' : 'lineage.after');
    return w(n < 0 ? 'lineage.beforeN' : 'lineage.afterN', { n: Math.abs(n) });
  };
  const generations = [...new Set(lineage.items.map(({ generation }) => generation))];
  return (
    <ol className="lineage-list">
      {generations.map((generation) => (
        <li key={generation}>
          <strong>{name(generation)}</strong>
          <ul className="land-lines">
            {lineage.items
              .filter((one) => one.generation === generation)
              .map((one) => (
                <Member key={one.id} member={one} lineage={lineage} isSelf={one.id === id} />
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** One parcel, with the dealings by which it came to be. */
function Member({
  member,
  lineage,
  isSelf,
}: {
  readonly member: ParcelLineage['items'][number];
  readonly lineage: ParcelLineage;
  readonly isSelf: boolean;
}) {
  const { w, language } = useWords();
  const by = new Map(
    lineage.links.filter(({ childId }) => childId === member.id).map((link) => [link.dealingId, link]),
  );
  const title = w('parcel.name', { no: member.no, sheet: member.sheet });
  return (
    <li>
      {isSelf ? <span aria-current="true">{title}</span> : <Link to={`/desk/parcels/${member.id}`}>{title}</Link>} ·{' '}
      <span className="number">{formatAreaColumn(member.areaM2, language)}</span>{' '}
      <small>{w(member.isLegalArea ? 'parcel.legalArea' : 'parcel.computedArea')}</small> ·{' '}
      <ParcelStateMark state={member.state} />
      {[...by.values()].map(({ dealingId, kind, registeredAt }) => (
        <small key={dealingId} className="lineage-by">
          {kind === null ? w('lineage.elsewhere') : <Link to={`/desk/dealings/${dealingId}`}>{w(`kind.${kind}`)}</Link>}
          {registeredAt !== null && ` · ${formatDay(dayOf(new Date(registeredAt)), language)}`}
        </small>
      ))}
    </li>
  );
}
