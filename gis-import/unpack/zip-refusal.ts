/** Errors of the zip library become findings; errors of this machine stay what they are. */
import { FileRefused } from '../../server/domain/finding/finding.ts';

/** A full disk or a missing right is no fault of the file: such errors name the system call that failed. */
const ofThisMachine = (error: Error): boolean => 'syscall' in error;

/** What to throw instead of `error`. */
export function asRefusal(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof FileRefused || ofThisMachine(error)) return error;
  if (/encrypt/i.test(error.message)) return new FileRefused('file.zip_encrypted', {}, { cause: error });
  // The library's sentence may repeat a name out of the archive.
  return new FileRefused('file.zip_damaged', {}, { cause: error });
}
