import { useEffect, useState } from 'react';

/** Addresses of pictures within this page, with how many show them: many crops of one page are one picture. */
const shown = new Map<Blob, { readonly url: string; users: number }>();

function take(blob: Blob): string {
  const known = shown.get(blob) ?? { url: URL.createObjectURL(blob), users: 0 };
  known.users += 1;
  shown.set(blob, known);
  return known.url;
}

function leave(blob: Blob): void {
  const known = shown.get(blob);
  if (!known) return;
  known.users -= 1;
  if (known.users > 0) return;
  URL.revokeObjectURL(known.url);
  shown.delete(blob);
}

/** An address of a picture within this page; it goes with the last one who shows it. */
export function useBlobUrl(blob: Blob | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!blob) return;
    setUrl(take(blob));
    return () => {
      setUrl(null);
      leave(blob);
    };
  }, [blob]);
  return url;
}
