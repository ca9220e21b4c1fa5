import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { LOOK_PURPOSES } from '../../../server/domain/look-purpose.ts';
import { useWords } from '../shell/use-words.tsx';

const FILES = [
  ['zip?encoding=utf8', 'Shapefile (Unicode)'],
  ['zip?encoding=tcvn3', 'Shapefile (TCVN3)'],
  ['dxf', 'DXF'],
  ['xml', 'XML'],
] as const;

/** The registered parcels of a commune in files that other systems read; with names only where a purpose is said. */
export function CommuneFiles({ code }: { readonly code: string }) {
  const { w } = useWords();
  const [purpose, setPurpose] = useState('');
  const asked = (file: string) => (purpose ? `${file}${file.includes('?') ? '&' : '?'}purpose=${purpose}` : file);
  return (
    <details className="commune-files">
      <summary>{w('files.title')}</summary>
      <p className="quiet">{w('files.note')}</p>
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
      <p>
        {FILES.map(([file, label]) => (
          <Button
            key={file}
            component="a"
            size="xs"
            variant="default"
            mr="xs"
            mt="xs"
            download
            href={`/api/communes/${code}/parcels.${asked(file)}`}
          >
            {label}
          </Button>
        ))}
      </p>
    </details>
  );
}
