import { Button, Link, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { DataBarVertical16Regular, TableSimple16Regular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import type { NamedEdition } from '../../commands/editions';
import type { Entry } from '../../commands/entries';
import { standingOf } from '../../commands/entries';
import type { CellRef } from '../../engine/snapshot/address';
import type { CheckReport } from '../../engine/finding/report';
import { findingSentence } from '../../i18n/catalogue';
import { useLanguage, useWords } from '../app/words-context';
import { SeverityMark } from '../parts/SeverityMark';
import { tableLines } from './table-lines';
import { TableRow } from './TableRow';
import { Unchecked } from './Unchecked';
import { verdictOf } from './verdict';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: '16px', padding: '12px' },
  about: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground3 },
  verdict: { display: 'flex', gap: '8px', alignItems: 'center', marginTop: '4px', marginBottom: '0' },
  also: { display: 'block', color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '12px' },
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '12px',
    margin: 0,
    paddingBottom: '8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontVariantNumeric: 'tabular-nums',
  },
  making: { display: 'flex', flexWrap: 'wrap', margin: '4px 0 0 -8px' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  sheets: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    rowGap: '4px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  heading: { margin: '0 0 4px' },
  marks: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', justifyContent: 'space-between' },
});

export interface OverviewProps {
  readonly report: CheckReport;
  /** The edition that was chosen; undefined where it was recognised. */
  readonly chosen: NamedEdition | undefined;
  readonly entries: readonly Entry[];
  /** Cells that bear a flag of ours. */
  readonly marks: number;
  /** What is still to be filled in for the text, in words; undefined where nothing is known of it, or nothing is open. */
  readonly open: string | undefined;
  readonly busy: boolean;
  /** To where another edition is chosen. */
  readonly onChangeEdition: () => void;
  readonly onRecogniseEdition: () => void;
  readonly onAsk: () => void;
  readonly onNext: () => void;
  readonly onMark: () => void;
  readonly onListEquations: () => void;
  readonly onDrawCharts: () => void;
  readonly onRemoveMarks: () => void;
  readonly onSelect: (cell: CellRef) => void;
}

/** How things stand, and what to do next. */
export function Overview(props: OverviewProps): React.JSX.Element {
  const { report, chosen, entries, marks, busy } = props;
  const styles = useStyles();
  const words = useWords();
  const language = useLanguage();
  const verdict = useMemo(() => verdictOf(report, words), [report, words]);
  const lines = useMemo(() => tableLines(report, entries), [report, entries]);
  const { equations } = report;
  const edition = chosen ? words.edition.chosen(chosen.name) : report.edition?.name;
  const counts: readonly (readonly [string, number])[] = [
    [words.equations.total, equations.total],
    [words.equations.passed, equations.passed],
    [words.equations.failed, equations.failed],
    [words.equations.notApplicable, equations.notApplicable],
    [words.equations.notChecked, equations.notChecked],
  ];
  const unknown = report.sheets.filter((sheet) => sheet.tables.length === 0);
  return (
    <div className={styles.page}>
      <section>
        <Text className={styles.about} block>
          <span className={report.department === undefined ? styles.quiet : ''}>
            {report.department ?? words.about.noDepartment}
          </span>
          <span className={report.year === undefined ? styles.quiet : ''}>
            {report.year === undefined ? words.about.noYear : words.about.year(report.year)}
          </span>
          <span>
            {edition}{' '}
            <Link as="button" onClick={props.onChangeEdition}>
              {edition === undefined ? words.edition.choose : words.edition.change}
            </Link>
          </span>
        </Text>
        <Subtitle2 as="h1" className={styles.verdict}>
          <SeverityMark standing={verdict.standing} />
          {verdict.sentence}
        </Subtitle2>
        {chosen && !report.edition && (
          <>
            <Text className={styles.also}>{words.edition.nothing(chosen.name)}</Text>
            <div className={styles.buttons}>
              <Button size="small" appearance="primary" onClick={props.onRecogniseEdition}>
                {words.edition.automatic}
              </Button>
            </div>
          </>
        )}
        {verdict.also !== undefined && <Text className={styles.also}>{verdict.also}</Text>}
        {entries.some((entry) => standingOf(entry) !== 'explained') && (
          <div className={styles.buttons}>
            <Button size="small" appearance="primary" onClick={props.onNext}>
              {words.commands.next}
            </Button>
            <Button size="small" onClick={props.onMark} disabledFocusable={busy}>
              {words.commands.mark}
            </Button>
          </div>
        )}
      </section>
      {report.tables.length > 0 && (
        <section aria-label={words.tables.heading}>
          <p className={styles.counts}>
            {counts.map(([word, count]) => (
              <span key={word}>
                {word} {count}
              </span>
            ))}
          </p>
          <div className={styles.making}>
            <Button
              size="small"
              appearance="subtle"
              icon={<TableSimple16Regular />}
              onClick={props.onListEquations}
              disabledFocusable={busy}
            >
              {words.commands.listEquations}
            </Button>
            <Button
              size="small"
              appearance="subtle"
              icon={<DataBarVertical16Regular />}
              onClick={props.onDrawCharts}
              disabledFocusable={busy}
            >
              {words.commands.drawCharts}
            </Button>
          </div>
          <ul className={styles.list}>
            {lines.map((line) => (
              <TableRow key={`${line.table.sheet}${line.table.id}`} line={line} onSelect={props.onSelect} />
            ))}
          </ul>
        </section>
      )}
      <Unchecked unchecked={report.unchecked} count={equations.notChecked} />
      {props.open !== undefined && (
        <section className={styles.marks}>
          <Text>{props.open}</Text>
          <Button size="small" onClick={props.onAsk}>
            {words.open.go}
          </Button>
        </section>
      )}
      {unknown.length > 0 && (
        <section>
          <Text as="h2" block weight="regular" className={styles.heading}>
            {words.sheets.heading}
          </Text>
          <ul className={styles.sheets}>
            {unknown.map((sheet) => (
              <li key={sheet.sheet}>
                {sheet.sheet}
                {sheet.reason ? words.colon + findingSentence(sheet.reason, language) : ''}
              </li>
            ))}
          </ul>
        </section>
      )}
      {marks > 0 && (
        <section className={styles.marks}>
          <Text>{words.marksLeft(marks)}</Text>
          <Button size="small" onClick={props.onRemoveMarks} disabledFocusable={busy}>
            {words.commands.removeMarks}
          </Button>
        </section>
      )}
    </div>
  );
}
