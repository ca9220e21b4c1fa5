import type { Ref } from 'react';
import { Link } from 'react-router';
import { formatArea } from '../../../server/domain/words/format-number.ts';
import type { DocumentDetail } from '../../api/document/documents.ts';
import { useWords } from '../shell/use-words.tsx';

type Candidate = DocumentDetail['candidates'][number];

/** What was chosen: parcels, or surely none. */
export interface ParcelsChosen {
  readonly ids: readonly string[];
  readonly none: boolean;
}

/** What a reviewer who said nothing means: the one parcel there is; of several nobody knows. */
export function chosenOf(said: ParcelsChosen | null, candidates: readonly Candidate[]): ParcelsChosen {
  const known = (id: string) => candidates.some(({ parcelId }) => parcelId === id);
  if (said) return { ids: said.ids.filter(known), none: said.none };
  return { ids: candidates.length === 1 ? candidates.map(({ parcelId }) => parcelId) : [], none: false };
}

/** Whether it is known what the paper is about, or that the register has no such parcel. */
export const isDecided = ({ ids, none }: ParcelsChosen, candidates: readonly Candidate[]): boolean =>
  ids.length > 0 || none || candidates.length === 0;

interface Props {
  readonly candidates: readonly Candidate[];
  readonly chosen: ParcelsChosen;
  readonly first: Ref<HTMLInputElement>;
  onChoose(chosen: ParcelsChosen): void;
}

/** The parcels that the fields may mean, with what the register says of each; which of them the paper is put to. */
export function ParcelChoice({ candidates, chosen, first, onChoose }: Props) {
  const { w } = useWords();
  if (candidates.length === 0) return <p className="scan-note">{w('scan.noParcel')}</p>;
  return (
    <fieldset className="scan-parcels">
      <legend>{w(candidates.length > 1 ? 'scan.whichParcel' : 'scan.parcel')}</legend>
      {candidates.map((one, at) => (
        <label key={one.parcelId} data-parcel={one.parcelId}>
          <input
            type="checkbox"
            ref={at === 0 ? first : undefined}
            checked={chosen.ids.includes(one.parcelId)}
            onChange={(event) =>
              onChoose({
                ids: event.currentTarget.checked
                  ? [...chosen.ids, one.parcelId]
                  : chosen.ids.filter((id) => id !== one.parcelId),
                none: false,
              })
            }
          />
          <ParcelWords parcel={one} />
        </label>
      ))}
      <label>
        <input
          type="checkbox"
          checked={chosen.none}
          onChange={(event) => onChoose({ ids: [], none: event.currentTarget.checked })}
        />
        <span>{w('scan.noneOfThese')}</span>
      </label>
    </fieldset>
  );
}

/** A parcel as the register has it. Whose it is stands on its own page, where the look is logged. */
export function ParcelWords({ parcel }: { readonly parcel: Candidate }) {
  const { w, language } = useWords();
  const { parcelId, sheet, no, areaM2, landUse, address, serials } = parcel;
  const facts = [
    formatArea(areaM2, language, 1),
    landUse,
    address,
    serials.length > 0 ? w('scan.serials', { list: serials.join(', ') }) : null,
  ];
  return (
    <span>
      <Link to={`/desk/parcels/${parcelId}`}>{w('parcel.name', { no, sheet })}</Link>
      <small>{facts.filter(Boolean).join(' · ')}</small>
    </span>
  );
}
