/**
 * Reasons why a database that answers cannot be used by this release. `message` is fit to be shown to whoever typed the
 * command: it names the way out and quotes no value of a record.
 */
export type DatabaseUnfitCode = 'database.unprepared' | 'database.other_srid' | 'database.migration_failed';

export class DatabaseUnfit extends Error {
  readonly code: DatabaseUnfitCode;
  constructor(code: DatabaseUnfitCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseUnfit';
    this.code = code;
  }
}
