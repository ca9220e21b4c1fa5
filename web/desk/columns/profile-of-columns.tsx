import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { ColumnChoices } from '../../../server/domain/batch/import-report.ts';
import { useWords } from '../shell/use-words.tsx';
import { useColumnProfileSteps, useColumnProfiles } from './use-column-profiles.ts';
import './columns.css';

interface Props {
  /** What is said of columns now; empty where nothing is. */
  readonly columns: ColumnChoices;
  /** Takes over what is kept under a name. */
  onChoose(columns: ColumnChoices): void;
}

/** Takes over what columns mean by a name, or keeps what was said of them under one. */
export function ProfileOfColumns({ columns, onChoose }: Props) {
  const { w } = useWords();
  const { data } = useColumnProfiles();
  const { keep, busy } = useColumnProfileSteps();
  const [name, setName] = useState('');
  const about = useId();
  const items = data?.items ?? [];
  const saysNothing = Object.keys(columns).length === 0;
  return (
    <div className="profile-of-columns">
      {items.length > 0 && (
        <NativeSelect
          size="xs"
          label={w('columnProfile.use')}
          value=""
          data={[
            { value: '', label: w('columnProfile.choose') },
            ...items.map((one) => ({ value: one.id, label: one.name })),
          ]}
          onChange={(event) => {
            const chosen = items.find(({ id }) => id === event.currentTarget.value);
            if (chosen) onChoose(chosen.columns);
          }}
        />
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const given = name.trim();
          if (given === '' || saysNothing) return;
          keep(given, columns)
            .then((kept) => kept && setName(''))
            .catch(reportError);
        }}
      >
        <TextInput
          size="xs"
          label={w('columnProfile.name')}
          maxLength={60}
          value={name}
          aria-describedby={about}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={busy || saysNothing || name.trim() === ''}>
          {w('columnProfile.keep')}
        </Button>
      </form>
      <p className="quiet" id={about}>
        {w(saysNothing ? 'columnProfile.sayFirst' : 'columnProfile.about')}
      </p>
    </div>
  );
}
