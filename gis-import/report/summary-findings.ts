/** The findings of a report: severity, count, sentence, way out, sample records. */

import type { ReportedFinding } from '../../server/domain/batch/import-report.ts';
import { findingWords } from '../../server/domain/finding/finding-text.ts';
import { formatNumber } from '../../server/domain/words/format-number.ts';
import type { Language } from '../../server/domain/words/language.ts';
import { SEVERITY_WORDS } from './summary-words.ts';
import { textWidth, wrapText } from './wrap-text.ts';

const ORDER: readonly ReportedFinding['severity'][] = ['error', 'warning', 'info'];
const COLOURS: Record<ReportedFinding['severity'], number> = { error: 31, warning: 33, info: 36 };

export function findingLines(
  findings: readonly ReportedFinding[],
  language: Language,
  width: number,
  colour: boolean,
): string[] {
  const words = SEVERITY_WORDS[language];
  const wordWidth = Math.max(...Object.values(words).map(textWidth));
  const counts = findings.map((finding) => formatNumber(finding.count, language, 0).length);
  const countWidth = Math.max(0, ...counts);
  const indent = wordWidth + 2 + countWidth + 2;
  return ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity)).flatMap((finding) => {
    const word = words[finding.severity];
    const painted = colour ? `\u001b[1;${COLOURS[finding.severity]}m${word}\u001b[0m` : word;
    const gap = ' '.repeat(wordWidth + 2 - textWidth(word));
    const head = `${painted}${gap}${formatNumber(finding.count, language, 0).padStart(countWidth)}  `;
    return findingParagraphs(finding, language)
      .flatMap((paragraph) => wrapText(paragraph, width - indent))
      .map((line, i) => (i === 0 ? head : ' '.repeat(indent)) + line);
  });
}

function findingParagraphs(finding: ReportedFinding, language: Language): string[] {
  const { code, detail } = finding;
  const { says, wayOut } = findingWords(code, language, detail);
  const told = says !== findingWords(code, language).says;
  return [says, `→ ${wayOut}`, `${code}, ${places(finding, told, language)}`];
}

/** `told`: the sentence holds numbers, which are those of the first record. */
function places({ count, samples }: ReportedFinding, told: boolean, language: Language): string {
  const vi = language === 'vi';
  const [first, ...others] = [...new Set(samples)];
  if (first === undefined) return vi ? 'về cả tệp' : 'about the whole file';
  const above = told && count > 1 ? (vi ? ' (số liệu ở trên)' : ' (the numbers above)') : '';
  const more = count > samples.length ? ',\u00a0…' : '';
  const list = [`${first}${above}`, ...others].join(', ') + more;
  return vi ? `bản ghi ${list}` : `${others.length > 0 ? 'records' : 'record'} ${list}`;
}
