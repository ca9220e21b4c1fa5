import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ParcelDetail, ParcelNeighbours } from '../../../api/parcels.ts';
import { useWords } from '../../shell/use-words.tsx';
import { DrawEditor } from '../draw/draw-editor.tsx';
import { DocumentFields } from '../form/document-fields.tsx';
import { readArea } from '../form/read-area.ts';
import { DAY, type DocumentTyped, documentOf, NO_DOCUMENT } from '../form/said.ts';
import type { DrawAction, Lines } from '../split/draw-history.ts';
import { ShapefileField } from './shapefile-field.tsx';

interface Props {
  readonly parcel: ParcelDetail;
  readonly neighbours: ParcelNeighbours['items'];
  /** The draft that it follows in one file; null where it begins one. */
  readonly after: string | null;
}

/** The surveyed boundary as one line that closes by itself, further ones for yards inside; the paper of the survey; the registered area. */
export function ResurveyEditor({ parcel, neighbours, after }: Props) {
  const { w } = useWords();
  const [paper, setPaper] = useState<DocumentTyped>(NO_DOCUMENT);
  const [area, setArea] = useState('');
  const { no, sheet, geometryLegal } = parcel;
  const survey = documentOf(paper);
  const named = survey.no !== '' && DAY.test(survey.date);
  const legal = readArea(area);
  const odd = area.trim() !== '' && legal === null;
  const isRing = (lines: Lines) => lines.length > 0 && lines.every((line) => line.length >= 3);
  return (
    <DrawEditor
      kind="resurvey"
      title={w('resurvey.title', { no, sheet })}
      parcel={parcel}
      neighbours={neighbours}
      follows={after}
      targets={[parcel]}
      say={(lines) =>
        !isRing(lines) || !named || odd
          ? null
          : { srid: geometryLegal.srid, rings: lines, survey, ...(legal === null ? {} : { legalAreaM2: legal }) }
      }
      how={(lines) => (isRing(lines) ? 'resurvey.paper' : 'resurvey.how')}
      before={
        <section className="land-part land-fields" data-part="survey">
          <DocumentFields fields={paper} change={(part) => setPaper((was) => ({ ...was, ...part }))} />
          <TextInput
            label={w('resurvey.legalArea')}
            value={area}
            inputMode="decimal"
            maxLength={20}
            error={odd ? w('form.areaOdd') : null}
            onChange={(event) => setArea(event.currentTarget.value)}
          />
        </section>
      }
      after={(act: (action: DrawAction) => void) => <ShapefileField parcel={parcel} act={act} />}
    />
  );
}
