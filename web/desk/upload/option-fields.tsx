import { NativeSelect, TextInput } from '@mantine/core';
import { useOfficer } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';
import type { FileOptions } from './guess-options.ts';
import { ProfileField } from './profile-field.tsx';

interface Props {
  readonly legend: string;
  readonly keys: readonly (keyof FileOptions)[];
  readonly options: FileOptions;
  onChange(options: FileOptions): void;
}

/** What an officer says of one file, or of many. */
export function OptionFields({ legend, keys, options, onChange }: Props) {
  const { w } = useWords();
  const { communes } = useOfficer();
  return (
    <fieldset className="upload-options">
      <legend className="visually-hidden">{legend}</legend>
      {keys.map((key) =>
        key === 'commune' ? (
          <NativeSelect
            key={key}
            size="xs"
            label={w('upload.commune')}
            value={options.commune}
            onChange={(event) => onChange({ ...options, commune: event.currentTarget.value })}
            data={[
              { value: '', label: w('upload.chooseCommune') },
              ...communes.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
            ]}
          />
        ) : key === 'columns' ? (
          <ProfileField
            key={key}
            value={options.columns ?? ''}
            onChange={(columns) => onChange({ ...options, columns })}
          />
        ) : (
          <TextInput
            key={key}
            type={key === 'at' ? 'date' : 'text'}
            label={w(`upload.${key}`)}
            value={options[key] ?? ''}
            onChange={(event) => onChange({ ...options, [key]: event.currentTarget.value.trim() })}
          />
        ),
      )}
    </fieldset>
  );
}
