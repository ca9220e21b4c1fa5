export type Asked = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** An address with what is asked of it; what is empty is left out. */
export function withQuery(path: string, asked: Asked): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}
