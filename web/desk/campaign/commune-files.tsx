import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { LOOK_PURPOSES } from '../../../server/domain/look-purpose.ts';
import { useHasRole } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';

const FILES = [
  ['parcels.zip', 'Shapefile (Unicode)', { encoding: 'utf8' }],
  ['parcels.zip', 'Shapefile (TCVN3)', { encoding: 'tcvn3' }],
  ['parcels.dxf', 'DXF', {}],
  ['parcels.xml', 'XML', {}],
] as const;

/** Numbers of sheets as the API takes them. */
const SHEETS = /^[0-9]{1,9}[A-Za-zđĐ]?(,[0-9]{1,9}[A-Za-zđĐ]?){0,199}$/;

function FileLink({ href, label }: { readonly href: string | null; readonly label: string }) {
  const look = { size: 'xs', variant: 'default', mr: 'xs', mt: 'xs' } as const;
  return href === null ? (
    <Button {...look} disabled>
      {label}
    </Button>
  ) : (
    <Button component="a" {...look} download href={href}>
      {label}
    </Button>
  );
}

/** The registered parcels of a commune in files that other systems read; with names only where a purpose is said. */
export function CommuneFiles({ code }: { readonly code: string }) {
  const { w } = useWords();
  const [purpose, setPurpose] = useState('');
  const [sheets, setSheets] = useState('');
  const [day, setDay] = useState('');
  const fillsCleanUp = useHasRole('officer', 'archivist');
  const named = sheets.replaceAll(/\s+/gu, '').replaceAll(/[;]/gu, ',');
  const isNamed = named === '' || SHEETS.test(named);
  const asked = (file: string, more: Readonly<Record<string, string>>): string | null => {
    if (!isNamed) return null;
    const query = new URLSearchParams({ ...more, ...(named && { sheets: named }), ...(purpose && { purpose }) });
    return `/api/communes/${code}/${file}${query.size > 0 ? `?${query}` : ''}`;
  };
  return (
    <details className="commune-files">
      <summary>{w('files.title')}</summary>
      <p className="quiet">{w('files.note')}</p>
      <Group align="start" gap="md">
        <NativeSelect
          size="xs"
          maw={420}
          label={w('files.purpose')}
          description={w('files.logged')}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
          data={[
            { value: '', label: w('files.noNames') },
            ...LOOK_PURPOSES.map((one) => ({ value: one, label: w(`look.${one}`) })),
          ]}
        />
        <TextInput
          size="xs"
          w={280}
          label={w('files.sheets')}
          description={w('files.sheetsHow')}
          value={sheets}
          error={isNamed ? null : w('files.sheetsWrong')}
          onChange={(event) => setSheets(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          w={200}
          type="date"
          label={w('files.day')}
          description={w('files.dayHow')}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      </Group>
      <p>
        {FILES.map(([file, label, more]) => (
          <FileLink key={label} href={asked(file, { ...more, ...(day && { at: day }) })} label={label} />
        ))}
      </p>
      {fillsCleanUp && (
        <>
          <p className="quiet">{w(purpose === '' ? 'files.cleanUpNeeds' : 'files.cleanUp')}</p>
          <p>
            {(['xlsx', 'zip'] as const).map((kind) => (
              <FileLink
                key={kind}
                href={purpose === '' ? null : asked(`pl3-01.${kind}`, {})}
                label={w(`files.cleanUp.${kind}`)}
              />
            ))}
          </p>
        </>
      )}
    </details>
  );
}
