import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { ArrowLeft16Regular } from '@fluentui/react-icons';
import { useCallback, useEffect, useRef } from 'react';
import type { Compiled } from '../../commands/compile';
import { goneForms } from '../../commands/compile/keep-forms';
import { overwrittenHeading, overwrittenSentence } from '../../commands/compile/overwritten';
import type { Severity } from '../../engine/finding/finding';
import type { CellRef } from '../../engine/snapshot/address';
import { cellKey } from '../../engine/snapshot/address';
import type { Snapshot } from '../../engine/snapshot/snapshot';
import { compileSentence } from '../../i18n/compile/sentence';
import { compileWords } from '../../i18n/compile/catalogue';
import { amountText } from '../../i18n/words/amounts';
import { useComputed } from '../app/use-computed';
import { useScreenWords } from '../app/screen-words';
import { useLanguage } from '../app/words-context';
import { ActionBar } from '../parts/ActionBar';
import { CellLink } from '../parts/CellLink';
import { Screen } from '../parts/Screen';
import { SeverityMark } from '../parts/SeverityMark';
import type { Session } from '../session/session';
import { drawnCount, previewCompiled, sheetsDrawn } from './making';
import type { CompiledPreview } from './making';

const MOST_LISTED = 100;

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '8px',
    padding: '12px',
    overflowWrap: 'anywhere',
  },
  heading: { margin: 0, outlineStyle: 'none' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: '6px',
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontVariantNumeric: 'tabular-nums',
  },
  mark: { paddingTop: '4px' },
});

export interface CompilePreviewProps {
  readonly session: Session;
  readonly snapshot: Snapshot;
  readonly busy: boolean;
  readonly hidden: boolean;
  readonly onLeave: () => void;
}

/** What would be made out of the ledger: which sheets, what was left out and why, what people had typed and is another amount then. */
export function CompilePreview(props: CompilePreviewProps): React.JSX.Element {
  const { session, snapshot, busy, hidden, onLeave } = props;
  const styles = useStyles();
  const words = useScreenWords();
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const compute = useCallback((given: Snapshot) => previewCompiled(given, language), [language]);
  const { value: preview, isCurrent } = useComputed(snapshot, compute, !hidden, session.report);
  const select = useCallback((cell: CellRef) => void session.select(cell), [session]);
  const result = preview?.result;
  // Out of tables it would be another workbook: the ledger was emptied meanwhile.
  const compiled = result?.ok && result.into === 'input' ? result : undefined;
  const write = ({ snapshot: shown }: CompiledPreview, { patch, edition }: Compiled): void => {
    void session
      .write({
        name: 'compile',
        patch: (present) => (present.stamp === shown.stamp ? patch : undefined),
        wrote: () => ({ what: 'compile', tables: edition.declared.tables.length }),
      })
      .then((receipt) => receipt && onLeave());
  };
  return (
    <Screen
      hidden={hidden}
      onBack={onLeave}
      bar={
        <ActionBar>
          {preview && compiled && (
            <Button
              size="small"
              appearance="primary"
              onClick={() => write(preview, compiled)}
              disabledFocusable={busy || !isCurrent}
            >
              {words.make.write(drawnCount(compiled.patch, []))}
            </Button>
          )}
          <Button size="small" onClick={onLeave}>
            {words.fixes.dontWrite}
          </Button>
        </ActionBar>
      }
    >
      <div className={styles.page}>
        <div>
          <Button size="small" appearance="subtle" icon={<ArrowLeft16Regular />} onClick={onLeave}>
            {words.tabs.fill}
          </Button>
        </div>
        <h1 className={styles.heading} ref={heading} tabIndex={-1}>
          <Subtitle2>
            {compiled ? words.make.heading(compiled.edition.declared.tables.length) : words.make.preview}
          </Subtitle2>
        </h1>
        {!result && <Text>{words.fill.preparing}</Text>}
        {result?.ok === false && <Text>{compileWords(language).notCompiled[result.because]}</Text>}
        {preview && compiled && <CompiledLines preview={preview} compiled={compiled} />}
        {result && <LedgerFindings findings={result.findings} onSelect={select} />}
        {compiled && <Replaced compiled={compiled} onSelect={select} />}
        {compiled && <Overwritten compiled={compiled} onSelect={select} />}
      </div>
    </Screen>
  );
}

function CompiledLines({
  preview,
  compiled,
}: {
  readonly preview: CompiledPreview;
  readonly compiled: Compiled;
}): React.JSX.Element {
  const words = useScreenWords();
  const said = compileWords(useLanguage());
  const { from, about, edition, keptForms } = compiled;
  const { anew, added } = sheetsDrawn(compiled.patch, preview.snapshot);
  const changed = keptForms.filter(({ changes }) => changes.length > 0).map(({ sheet }) => sheet);
  const lines = [
    from.kind === 'ledger' ? said.fromLedger(from) : said.fromTables(from.edition, from.tables),
    ...(anew.length > 0 ? [words.make.drawn(anew)] : []),
    ...(added.length > 0 ? [words.make.added(added)] : []),
    ...(about.department === undefined ? [words.make.noDepartment] : []),
    ...(about.year === undefined ? [words.make.noYear(edition.declared.year)] : []),
    ...(changed.length > 0 ? [said.changedForms(changed)] : []),
    ...(keptForms.some(({ isRenamed }) => isRenamed) ? [said.renamedForms] : []),
    ...goneForms(keptForms, compiled.compilation.forms).map(({ sheet, project, alike }) =>
      said.goneForm(sheet, project, alike),
    ),
    ...(compiled.open.stale.length > 0 ? [words.make.stale(compiled.open.stale.length)] : []),
    ...(compiled.compilation.conflicts.length > 0 ? [said.conflicts(compiled.compilation.conflicts.length)] : []),
  ];
  return (
    <>
      {lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
    </>
  );
}

interface Line {
  readonly key: string;
  readonly standing: Severity;
  readonly cell: CellRef | undefined;
  readonly text: string;
}

/** What is to be looked at, a line each with its cell; nothing where there is none. */
function Lines({
  heading,
  lines,
  onSelect,
}: {
  readonly heading: string;
  readonly lines: readonly Line[];
  readonly onSelect: (cell: CellRef) => void;
}): React.JSX.Element | null {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <section>
      <Text as="h2" block weight="semibold">
        {heading}
      </Text>
      <ul className={styles.list}>
        {lines.map(({ key, standing, cell, text }) => (
          <li key={key} className={styles.item}>
            <span className={styles.mark}>
              <SeverityMark standing={standing} />
            </span>
            <span>
              {cell && <CellLink cell={cell} onSelect={onSelect} />} {text}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Listing {
  readonly compiled: Compiled;
  readonly onSelect: (cell: CellRef) => void;
}

function LedgerFindings({
  findings,
  onSelect,
}: {
  readonly findings: Compiled['findings'];
  readonly onSelect: (cell: CellRef) => void;
}): React.JSX.Element {
  const words = useScreenWords();
  const language = useLanguage();
  const lines = findings.slice(0, MOST_LISTED).map(({ id, severity, cells, facts }) => ({
    key: id,
    standing: severity,
    cell: cells[0],
    text: compileSentence(facts, language),
  }));
  return <Lines heading={words.make.findings(findings.length)} lines={lines} onSelect={onSelect} />;
}

function Replaced({ compiled: { replaced }, onSelect }: Listing): React.JSX.Element {
  const words = useScreenWords();
  const lines = replaced.slice(0, MOST_LISTED).map(({ figure, now }) => ({
    key: cellKey(figure.cell),
    standing: 'warning' as const,
    cell: figure.cell,
    text: `${amountText(figure.value?.toFixed() ?? '')} → ${now === undefined ? words.make.gone : amountText(now)}`,
  }));
  return <Lines heading={words.make.replaced(replaced.length)} lines={lines} onSelect={onSelect} />;
}

/** Last year's figures that follow the ledger again. */
function Overwritten({ compiled, onSelect }: Listing): React.JSX.Element {
  const language = useLanguage();
  const { overwritten } = compiled.open;
  const lines = overwritten.slice(0, MOST_LISTED).map((one) => ({
    key: cellKey(one.row.cell),
    standing: 'warning' as const,
    cell: one.row.cell,
    text: overwrittenSentence(one, language),
  }));
  return <Lines heading={overwrittenHeading(overwritten, language) ?? ''} lines={lines} onSelect={onSelect} />;
}
