import type { Trx } from '../../../db/kit/transaction.ts';
import { listUnknownLandUses } from '../../../db/reference/land-use.ts';
import { findPresentHolders } from '../../../db/review/batch-corrections.ts';
import type { Edit } from '../../../domain/batch/edit.ts';
import { normaliseSerial } from '../../../domain/certificate-serial.ts';
import { managesLand } from '../../../domain/holder-kind.ts';
import { findIdentityNumbers } from '../../../domain/identity-number/find-identity-numbers.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { editedRing } from './edited-ring.ts';

/** Text as the import keeps it: composed letters, single blanks. */
const tidy = (text: string) => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ');

/** Every text that a person types here stays for good, most of them in clear: none of them holds an identity number. */
function refuseIdentityNumbers(field: string, texts: readonly (string | null)[]): void {
  if (!texts.some((text) => text !== null && findIdentityNumbers(text).length > 0)) return;
  throw new Problem('edit.identity_number', { errors: [{ field, message: 'holds an identity number' }] });
}

async function holdersOf(trx: Trx, batchId: string, recordNo: number, edit: Extract<Edit, { field: 'holders' }>) {
  const present = await findPresentHolders(trx, batchId, recordNo);
  const claimed = edit.value.flatMap(({ from }) => (from === null ? [] : [from]));
  if (new Set(claimed).size < claimed.length || claimed.some((at) => at >= present.length)) {
    const message = 'must name each holder that is there at most once';
    throw new Problem('request.invalid', { errors: [{ field: 'edit.value', message }] });
  }
  return edit.value.map(({ name, kind, from }) => ({
    name: tidy(name),
    kind,
    manages: managesLand(name),
    identities: from === null ? [] : (present[from]?.identities ?? []),
  }));
}

/**
 * An edit as the candidate takes it, after the same doors as what a file says: codes of the list, texts without identity
 * numbers, serials and rings in their one form. Throws Problem for what does not pass.
 */
export async function editedValue(trx: Trx, batchId: string, recordNo: number, edit: Edit): Promise<unknown> {
  refuseIdentityNumbers('edit.reason', [edit.reason]);
  switch (edit.field) {
    case 'sheetNo':
    case 'parcelNo':
    case 'legalAreaM2':
      return edit.value;
    case 'purposes': {
      const codes = edit.value.map(({ code }) => code);
      const unknown = await listUnknownLandUses(trx, codes);
      if (unknown.length === 0) return edit.value;
      throw new Problem('edit.land_use_unknown', {
        errors: unknown.map((code) => ({ field: 'edit.value', message: code })),
      });
    }
    case 'address':
      refuseIdentityNumbers('edit.value', [edit.value]);
      return edit.value === null ? null : tidy(edit.value);
    case 'holders': {
      const names = edit.value.map(({ name }) => name);
      refuseIdentityNumbers('edit.value', names);
      return holdersOf(trx, batchId, recordNo, edit);
    }
    case 'certificateSerial': {
      const read = edit.value === null ? null : normaliseSerial(edit.value);
      // Two letters and eight digits are a serial; digits that are none may be somebody's.
      refuseIdentityNumbers('edit.value', [read && !read.usual ? read.serial : null]);
      return read?.serial ?? null;
    }
    case 'ring':
      return editedRing(edit.value);
  }
}
