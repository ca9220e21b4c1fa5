import { NativeSelect } from '@mantine/core';
import { useEffect } from 'react';
import { RESTRICTION_KINDS, type RestrictionKind } from '../../../../server/domain/dealing/payload/burdens.ts';
import { formatDay } from '../../../../server/domain/words/format-day.ts';
import { useOfficer } from '../../shell/session/use-me.tsx';
import { useWords } from '../../shell/use-words.tsx';
import type { FieldsetProps } from '../form/deal-form.ts';
import { DocumentFields } from '../form/document-fields.tsx';
import { isDrawn, PLACES, type Place } from './drawn-shape.ts';
import { keepShape, keptBy } from './kept-shape.ts';
import type { RestrictionFields } from './restriction-form.ts';
import { ShapeFields } from './shape-fields.tsx';

/** A restriction that is placed, on all of the parcel or where it is drawn or its coordinates say; or one that is lifted. */
export function RestrictionFieldset({ fields, parcel, rights, change }: FieldsetProps<RestrictionFields>) {
  const { w, language } = useWords();
  const { me } = useOfficer();
  const { place } = fields;
  const { lines } = fields.drawing.now;
  useEffect(() => keepShape(keptBy({ parcel }, me.id), { place, lines }), [parcel, me.id, place, lines]);
  const words: Readonly<Record<Place, string>> = {
    all: w('form.whereAll'),
    line: w('form.whereLine'),
    polygon: w('form.wherePolygon'),
  };
  return (
    <div className="land-fields">
      {rights.restrictions.length > 0 && (
        <NativeSelect
          size="xs"
          label={w('form.restrictionDo')}
          value={fields.does}
          data={[
            { value: 'place', label: w('form.place') },
            { value: 'lift', label: w('form.lift') },
          ]}
          onChange={(event) => change({ does: event.currentTarget.value === 'lift' ? 'lift' : 'place' })}
        />
      )}
      {fields.does === 'lift' ? (
        <NativeSelect
          size="xs"
          label={w('form.restriction')}
          value={fields.restrictionId}
          data={rights.restrictions.map(({ restrictionId, kind, documentNo, documentDate }) => ({
            value: restrictionId,
            label: `${w(`restriction.${kind}`)} · ${w('says.documentLine', { no: documentNo, day: formatDay(documentDate, language) })}`,
          }))}
          onChange={(event) => change({ restrictionId: event.currentTarget.value })}
        />
      ) : (
        <>
          <NativeSelect
            size="xs"
            label={w('form.restrictionKind')}
            value={fields.kind}
            data={RESTRICTION_KINDS.map((kind) => ({ value: kind, label: w(`restriction.${kind}`) }))}
            onChange={(event) => change({ kind: event.currentTarget.value as RestrictionKind })}
          />
          <NativeSelect
            size="xs"
            label={w('form.where')}
            value={fields.place}
            data={PLACES.map((place) => ({ value: place, label: words[place] }))}
            onChange={(event) => change({ place: event.currentTarget.value as Place })}
          />
          {isDrawn(fields) && <ShapeFields fields={fields} parcel={parcel} change={change} />}
        </>
      )}
      <DocumentFields fields={fields} change={change} />
    </div>
  );
}
