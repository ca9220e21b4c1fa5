/** Why a backup cannot be made, read or restored, in a sentence with its way out; quotes no value of a record. */
export type BackupErrorCode =
  | 'backup.exists'
  | 'backup.not_a_backup'
  | 'backup.damaged'
  | 'backup.other_key'
  | 'backup.store_incomplete'
  | 'backup.register_exists'
  | 'backup.other_store'
  | 'backup.other_personal_data_key'
  | 'backup.tool_missing'
  | 'backup.tool_failed';

export class BackupError extends Error {
  readonly code: BackupErrorCode;
  constructor(code: BackupErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupError';
    this.code = code;
  }
}
