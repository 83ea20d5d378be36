import { VERSION } from '../../commands/version';
import type { CheckReport } from '../../engine/finding/report';
import type { Language } from '../../i18n/language';
import type { SettingsWords } from '../../i18n/settings/words';
import type { PaneState } from '../session/state';

/** What Office says of itself: a part of `Office.context`. */
export interface OfficeClient {
  readonly diagnostics?: { readonly host: unknown; readonly platform: unknown; readonly version: string };
  readonly requirements: { isSetSupported(name: string, version?: string): boolean };
}

/** ExcelApi sets that an Excel may have, from the lowest that the pane runs with. */
const API_MINORS = Array.from({ length: 27 }, (_, index) => 13 + index);
const OTHER_SETS = ['ExcelApiOnline', 'SharedRuntime'];

/** The highest set of each kind that this Office has. */
export function requirementSets({ requirements }: OfficeClient): readonly string[] {
  const minors = API_MINORS.filter((minor) => requirements.isSetSupported('ExcelApi', `1.${minor}`));
  const highest = minors[minors.length - 1];
  return [
    ...(highest === undefined ? [] : [`ExcelApi 1.${highest}`]),
    ...OTHER_SETS.filter((name) => requirements.isSetSupported(name, '1.1')),
  ];
}

/**
 * What helps to find out why something went otherwise than it should, as a text to be copied: what runs where, and how many of
 * everything. No amount, no name, nothing that a cell holds.
 */
export function diagnosticsText(
  { checked, edition, message }: PaneState,
  client: OfficeClient,
  language: Language,
  words: SettingsWords,
): string {
  const { diagnostics } = client;
  const program = diagnostics && [diagnostics.host, diagnostics.platform, diagnostics.version].join(' ');
  const problem = message?.kind === 'problem' ? message.problem : undefined;
  return [
    words.line.version(VERSION),
    words.line.client(program, requirementSets(client)),
    words.line.language(language),
    words.line.edition(checked?.report.edition?.id, edition?.id),
    ...(checked
      ? [
          words.line.sheets(checked.snapshot.sheets.length, checked.snapshot.sheets.filter(({ ours }) => ours).length),
          words.line.tables(new Set(checked.report.tables.map(({ id }) => id)).size),
          words.line.equations(checked.report.equations),
          words.line.causes({ ...checked.report.summary, explained: checked.report.explained }),
          words.line.findings(countsByRule(checked.report.findings)),
          words.line.unchecked(uncheckedByRule(checked.report)),
          words.line.took(Math.round(checked.took.read), Math.round(checked.took.check)),
        ]
      : [words.line.notChecked]),
    ...(problem ? [words.line.problem([problem.key, problem.code, problem.where].filter(Boolean).join(' '))] : []),
  ].join('\n');
}

/** How many of each rule, by its name; rules in the order of the alphabet, so that two texts can be compared. */
type RuleCounts = readonly (readonly [string, number])[];

function countsByRule(found: readonly { readonly rule: string; readonly count?: number }[]): RuleCounts {
  const counts = new Map<string, number>();
  for (const { rule, count = 1 } of found) counts.set(rule, (counts.get(rule) ?? 0) + count);
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}

const uncheckedByRule = ({ unchecked }: CheckReport): RuleCounts => countsByRule(unchecked);
