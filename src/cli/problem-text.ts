import { findingSentence } from '../i18n/catalogue';
import { cliWords } from '../i18n/cli/catalogue';
import type { Language } from '../i18n/language';
import type { Io } from './io';
import type { CheckedFile, UnusableFile } from './file-result';

/** Why a file cannot be used, without its name. */
export function problemText({ because, detail }: Pick<UnusableFile, 'because' | 'detail'>, language: Language): string {
  return cliWords(language).unusable[because](detail);
}

/** `文件：打不开…`; for a mistake of ours also where it happened, if BUDGET_DEBUG is set. */
export function unusableLine(result: UnusableFile, language: Language, env: Io['env']): string {
  const words = cliWords(language);
  const line = `${words.ofFile(result.file, problemText(result, language))}\n`;
  const wanted = result.because === 'own-mistake' && (env['BUDGET_DEBUG'] ?? '') !== '';
  return wanted ? `${line}${words.ownMistakeDetails}${result.detail ?? ''}\n` : line;
}

/** That nothing was recognised, and for each sheet what it came nearest to. */
export function unrecognisedLines(
  { file, report }: { readonly file: string; readonly report: Pick<CheckedFile['report'], 'sheets'> },
  language: Language,
): string {
  const words = cliWords(language);
  const lines = [
    words.ofFile(file, words.nothingRecognised(report.sheets.length)),
    ...report.sheets.flatMap(({ sheet, reason }) =>
      reason ? [`  ${words.sheetLine(sheet, findingSentence(reason, language))}`] : [],
    ),
  ];
  return `${lines.join('\n')}\n`;
}
