import { NativeSelect } from '@mantine/core';
import { useColumnProfiles } from '../columns/use-column-profiles.ts';
import { useHasRole } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';

interface Props {
  readonly value: string;
  onChange(profileId: string): void;
}

/** By which profile the columns of a file are read; where the office keeps none there is nothing to choose. */
export function ProfileField({ value, onChange }: Props) {
  const { w } = useWords();
  const may = useHasRole('officer', 'surveyor');
  const { data, isError } = useColumnProfiles(may);
  const items = data?.items ?? [];
  const isGone = value !== '' && data !== undefined && !items.some(({ id }) => id === value);
  if (items.length === 0 && value === '' && !isError) return null;
  return (
    <NativeSelect
      size="xs"
      label={w('upload.columns')}
      value={value}
      {...(isError ? { error: w('columnProfile.unknown') } : {})}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: w('columnProfile.byNames') },
        ...(isGone ? [{ value, label: w('columnProfile.gone') }] : []),
        ...items.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
