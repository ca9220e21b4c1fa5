import { NativeSelect } from '@mantine/core';
import { formatDay } from '../../../../server/domain/words/format-day.ts';
import type { ParcelRights } from '../../../api/parcels.ts';
import { useWords } from '../../shell/use-words.tsx';

interface Props {
  readonly label: string;
  readonly rights: ParcelRights;
  readonly value: string;
  onChange(rightId: string): void;
}

/** One right of a parcel: its holder, share and last day. */
export function RightSelect({ label, rights, value, onChange }: Props) {
  const { w, language } = useWords();
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value}
      data={rights.rights.map(({ rightId, holder, share, until }, at) => ({
        value: rightId,
        label: [
          `${rights.rights.length > 1 ? `${at + 1}. ` : ''}${holder}`,
          share === '1' ? w('parcel.whole') : share,
          ...(until === null ? [] : [w('parcel.until', { day: formatDay(until, language) })]),
        ].join(' · '),
      }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
