import { useState } from 'react';
import type { ParcelDetail } from '../../../api/parcels.ts';
import { useWords } from '../../shell/use-words.tsx';
import type { DrawAction } from '../split/draw-history.ts';
import { readShp } from './read-shp.ts';

interface Props {
  readonly parcel: ParcelDetail;
  act(action: DrawAction): void;
}

/** A larger .shp holds more than one parcel, bytes. */
const MOST_BYTES = 1_000_000;

/** The boundary out of a .shp in the system of the sheet. What was drawn before goes, and can be had back by undo. */
export function ShapefileField({ parcel, act }: Props) {
  const { w } = useWords();
  const [wrong, setWrong] = useState<string | null>(null);
  const { srid } = parcel.geometryLegal;
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = file.size > MOST_BYTES ? ({ wrong: 'several' } as const) : readShp(await file.arrayBuffer());
    if ('wrong' in read) {
      setWrong(w(`resurvey.shp.${read.wrong}`));
      return;
    }
    setWrong(null);
    act({ do: 'clear' });
    for (const points of read.rings) act({ do: 'typed', points });
  };
  return (
    <section className="land-part" data-part="shapefile">
      <h2>{w('resurvey.shp')}</h2>
      <label>
        {w('resurvey.shpFile', { srid })}{' '}
        <input
          type="file"
          accept=".shp"
          aria-invalid={wrong !== null}
          onChange={(event) => {
            const field = event.currentTarget;
            void take(field.files?.[0])
              .catch(reportError)
              .finally(() => {
                field.value = '';
              });
          }}
        />
      </label>
      {wrong !== null && <p role="alert">{wrong}</p>}
    </section>
  );
}
