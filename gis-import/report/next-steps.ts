/** What became of a batch, and what the person at the terminal can do now. */

import type { ImportReport } from '../../server/domain/batch/import-report.ts';
import { formatNumber } from '../../server/domain/words/format-number.ts';
import type { Language } from '../../server/domain/words/language.ts';
import type { Outcome } from './summary-words.ts';

/** A batch that was checked but cannot be registered as it stands is blocked. */
export function outcomeOf(report: ImportReport): Outcome {
  const blocked = report.counts.blocked > 0 || blockingFacts(report).length > 0;
  return report.status === 'validated' && blocked ? 'blocked' : report.status;
}

/** Codes of the errors about the file as a whole: leaving records out does not help against them. */
function blockingFacts({ findings }: ImportReport): string[] {
  return findings
    .filter(({ severity, samples }) => severity === 'error' && samples.length === 0)
    .map(({ code }) => code);
}

export function nextSteps(report: ImportReport, language: Language): string[] {
  const say = language === 'vi' ? VI : EN;
  const { counts, status } = report;
  const number = (value: number) => formatNumber(value, language, 0);
  if (status === 'refused') return [say.refused];
  const refused = counts.refused > 0 ? [say.refusedRecords(number(counts.refused))] : [];
  if (status === 'promoted') return [...refused, say.promoted];
  const facts = blockingFacts(report);
  if (facts.length > 0) return [say.blockedFile(facts.join(', '))];
  if (counts.blocked > 0) return [say.blocked(number(counts.blocked))];
  const ready = counts.valid + counts.warned;
  return ready === 0 ? [say.nothing] : [...refused, say.ready(number(ready))];
}

const VI = {
  refused:
    'Chưa có gì được nhập. Hãy sửa tệp theo hướng dẫn ở trên rồi nhập lại. Nếu nhập lại chính tệp này với cùng tùy chọn, hãy thêm --again.',
  refusedRecords: (count: string) =>
    `${count} bản ghi không thể thành thửa đất được giữ riêng trong lô; hãy sửa ở nguồn rồi nhập sau.`,
  promoted: 'Việc nhập đã xong, không cần làm gì thêm.',
  blockedFile: (codes: string) =>
    `Lỗi về cả tệp (${codes}) chặn việc đăng ký; --exclude-errors không bỏ qua được. Hãy làm theo hướng dẫn ở trên rồi nhập lại.`,
  blocked: (count: string) =>
    `Chưa đăng ký được. Hãy sửa ${count} bản ghi bị chặn ở nguồn rồi nhập lại, hoặc thêm --exclude-errors để loại chúng ra; bản gốc vẫn được giữ trong lô.`,
  nothing: 'Không có bản ghi nào đăng ký được. Hãy sửa tệp theo hướng dẫn ở trên rồi nhập lại.',
  ready: (count: string) => `Chạy lại với --promote để đăng ký ${count} bản ghi hợp lệ.`,
};

const EN: typeof VI = {
  refused:
    'Nothing was imported. Correct the file as said above and import again. To import this same file with the same options, add --again.',
  refusedRecords: (count) =>
    `Records that cannot become a parcel (${count}) are kept apart in the batch; correct them at the source and import them later.`,
  promoted: 'The import is complete; nothing more has to be done.',
  blockedFile: (codes) =>
    `An error about the whole file (${codes}) blocks the registration; --exclude-errors cannot pass over it. Do as said above and import again.`,
  blocked: (count) =>
    `Not registered yet. Correct the blocked records (${count}) at the source and import again, or add --exclude-errors to leave them out; they are kept in the batch.`,
  nothing: 'No record can be registered. Correct the file as said above and import again.',
  ready: (count) => `Run again with --promote to register the valid records (${count}).`,
};
