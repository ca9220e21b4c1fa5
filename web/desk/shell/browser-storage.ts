/** Small choices of how the desk looks, kept in this browser: widths, columns. Never anything of a record. */
const PREFIX = 'diaba.desk.';

/** What was kept under a name; undefined where nothing was, or what was kept is of another form. */
export function readStored<T>(name: string, is: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null');
    return is(value) ? value : undefined;
  } catch (error) {
    // A browser that forbids storage, or text of an older form: the default will do.
    if (error instanceof SyntaxError || error instanceof DOMException) return undefined;
    throw error;
  }
}

export function writeStored(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch (error) {
    // Storage that is full or forbidden loses a convenience, no work.
    if (!(error instanceof DOMException)) throw error;
  }
}
