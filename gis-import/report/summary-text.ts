/** What a person reads on a terminal after an import. Pure: the same report gives the same text. */

import { DEFAULT_KIND, type ImportKind, KIND_FACTS } from '../../server/domain/batch/import-kind.ts';
import type { ImportReport } from '../../server/domain/batch/import-report.ts';
import { formatMoment } from '../../server/domain/words/format-day.ts';
import { formatNumber } from '../../server/domain/words/format-number.ts';
import type { Language } from '../../server/domain/words/language.ts';
import { nextSteps, outcomeOf } from './next-steps.ts';
import { printable } from './printable.ts';
import { factRows } from './summary-facts.ts';
import { findingLines } from './summary-findings.ts';
import { LABELS, OUTCOMES, type Outcome, STAGE_WORDS } from './summary-words.ts';
import { wrapText } from './wrap-text.ts';

export interface SummaryOptions {
  /** ANSI colours for status and severity; the words stand there in any case. */
  readonly colour?: boolean;
  /** The name under which the file was given; without it the name of its .shp is shown. */
  readonly name?: string;
  readonly kind?: ImportKind;
}

const NARROWEST = 40;
const LABEL_WIDTH = 12;
const COLOURS: Record<Outcome, number> = { validated: 32, promoted: 32, blocked: 33, refused: 31 };

/** The summary of one report, lines of at most `width` columns (40 at least), without a line break at its end. */
export function summaryText(
  report: ImportReport,
  language: Language,
  width = 80,
  { colour = false, name, kind = DEFAULT_KIND }: SummaryOptions = {},
): string {
  const columns = Math.max(NARROWEST, width);
  const row = ([label, paragraphs]: readonly [string, readonly string[]]): string[] =>
    paragraphs
      .flatMap((paragraph) => wrapText(paragraph, columns - LABEL_WIDTH))
      .map((line, i) => (i === 0 ? label : '').padEnd(LABEL_WIDTH) + line.replaceAll('\u2007', ' '));
  const label = LABELS[language];
  const findings = findingLines(report.findings, language, columns, colour);
  return [
    ...titleLines(report, language, columns, colour, name),
    '',
    ...factRows(report, language).flatMap(row),
    ...(findings.length > 0 ? ['', ...findings] : []),
    '',
    ...(report.promotion ? row([label.register, promotion(report.promotion, kind, language)]) : []),
    ...row([label.time, [timing(report, language)]]),
    ...row([label.next, nextSteps(report, language)]),
  ].join('\n');
}

function titleLines(
  report: ImportReport,
  language: Language,
  width: number,
  colour: boolean,
  name: string | undefined,
): string[] {
  const outcome = outcomeOf(report);
  const word = OUTCOMES[language][outcome];
  const shown = printable(name ?? mainFile(report) ?? report.sourceSha256.slice(0, 12));
  const [first = '', ...rest] = wrapText(`${word}  ${shown}`.replace('  ', ' \u2007'), width);
  const batch = language === 'vi' ? `Lô ${report.batchId}` : `Batch ${report.batchId}`;
  const lines = [first, ...rest].map((line) => line.replaceAll('\u2007', ' '));
  if (colour) lines[0] = lines[0]!.replace(word, `\u001b[1;${COLOURS[outcome]}m${word}\u001b[0m`);
  return [...lines, ...wrapText(batch, width)];
}

function mainFile({ files }: ImportReport): string | undefined {
  return (
    files.find((file) => /\.shp$/i.test(file.name)) ??
    files.find((file) => file.status !== 'ignored') ??
    files[0]
  )?.name;
}

function promotion(
  { dealingId, parcels, registeredAt }: NonNullable<ImportReport['promotion']>,
  kind: ImportKind,
  language: Language,
): string[] {
  const count = formatNumber(parcels, language, 0);
  const at = formatMoment(registeredAt, language);
  const [one, several] = KIND_FACTS[kind].recordWords[language];
  const what = parcels === 1 ? one : several;
  if (language === 'vi') {
    return [`${count} ${what}, lúc ${at}`, ...(dealingId === null ? [] : [`giao dịch ${dealingId}`])];
  }
  return [`${count} ${what}, ${at}`, ...(dealingId === null ? [] : [`dealing ${dealingId}`])];
}

function timing({ durationMs, stages }: ImportReport, language: Language): string {
  const words = STAGE_WORDS[language];
  const order = Object.keys(words);
  const place = (stage: string) => (order.indexOf(stage) + order.length + 1) % (order.length + 1);
  const each = Object.entries(stages)
    .sort(([a], [b]) => place(a) - place(b))
    .map(([stage, ms]) => `${words[stage] ?? printable(stage)} ${duration(ms, language)}`);
  const total = duration(durationMs, language);
  return each.length === 0 ? total : `${total}: ${each.join(', ')}`;
}

function duration(ms: number, language: Language): string {
  if (ms < 1000) return `${formatNumber(ms, language, 0)} ms`;
  return `${formatNumber(ms / 1000, language, 1)} s`;
}
