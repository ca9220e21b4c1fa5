/**
 * Reasons why a database that answers cannot be used by this release. `message` is fit to be shown to whoever typed the
 * command: it names the way out and quotes no value of a record.
 */
export type DatabaseUnfitCode =
  | 'database.unprepared'
  | 'database.other_history'
  | 'database.other_srid'
  | 'database.other_key'
  | 'database.other_store'
  | 'database.migration_failed';

export class DatabaseUnfit extends Error {
  readonly code: DatabaseUnfitCode;
  /** What is wrong, without the way out. */
  readonly summary: string;
  constructor(code: DatabaseUnfitCode, summary: string, wayOut?: string, options?: ErrorOptions) {
    super(wayOut === undefined ? summary : `${summary} ${wayOut}`, options);
    this.name = 'DatabaseUnfit';
    this.code = code;
    this.summary = summary;
  }
}
