import { mapColumns, rolePerColumn } from '../../convert/columns/column-dictionary.ts';
import type { ParseJob } from '../../parse/parse-protocol.ts';
import type { Reading } from '../../parse/reading.ts';

/** Below the one, the summary calls an encoding a guess; from the other on it is fairly sure. */
const [GUESS, SURE] = [0.5, 0.8] as const;

/** Says where an encoding is a guess, and where the one that was chosen is not the one found. */
export function doubtEncoding(job: ParseJob, { encoding, columnNames, findings }: Reading): void {
  const forced = job.options.encoding === 'auto' ? null : job.options.encoding;
  const used = rolePerColumn(columnNames.length, mapColumns(columnNames, job.options.columns));
  if (forced) {
    const detected = encoding?.columns.find(
      (own) => own.encoding !== 'ascii' && own.encoding !== forced && own.confidence >= SURE,
    );
    if (detected)
      findings.push({
        code: 'file.encoding_forced',
        recordNo: null,
        detail: { encoding: forced, detected: detected.encoding },
      });
    return;
  }
  for (const [index, own] of encoding?.columns.entries() ?? []) {
    if (used[index] === undefined || own.encoding === 'ascii' || own.confidence >= GUESS) continue;
    const detail = { column: columnNames[index]!, encoding: own.encoding };
    findings.push({ code: 'file.encoding_guessed', recordNo: null, detail });
  }
}
