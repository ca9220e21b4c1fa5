import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SendMessage } from '../domain/request/outgoing-message.ts';
import { makeMail } from './send-mail.ts';

/** Keeps messages as files in a folder instead of sending them: where no mail server is set, they can be looked at. */
export function openFileSender(folder: string, from: string): SendMessage {
  return async (message) => {
    try {
      const bytes = await makeMail(message, from);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, `${message.id}.eml`);
      await writeFile(`${path}.new`, bytes, { mode: 0o600 });
      await rename(`${path}.new`, path);
      return { kind: 'sent' };
    } catch (error) {
      return { kind: 'later', error: `file_${((error as NodeJS.ErrnoException).code ?? 'failed').toLowerCase()}` };
    }
  };
}
