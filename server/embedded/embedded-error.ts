/** Reasons why the private cluster cannot be opened; each reaches the terminal as one sentence with the way out. */
export type EmbeddedErrorCode =
  | 'embedded.postgres_missing'
  | 'embedded.other_major'
  | 'embedded.os_user_missing'
  | 'embedded.secrets_missing'
  | 'embedded.data_moved'
  | 'embedded.initdb_failed'
  | 'embedded.start_failed'
  | 'embedded.keeper_failed';

/** Thrown by `openCluster`; `message` is fit to be shown to whoever typed the command. */
export class EmbeddedError extends Error {
  readonly code: EmbeddedErrorCode;
  constructor(code: EmbeddedErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedError';
    this.code = code;
  }
}
