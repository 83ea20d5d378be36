import { Link, makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import type { CellRef } from '../../engine/snapshot/address';
import type { EntryStanding } from '../../commands/entries';
import { severityWord } from '../../i18n/severity';
import { useLanguage, useWords } from '../app/words-context';
import { SeverityMark } from '../parts/SeverityMark';
import { Strip } from './Strip';
import type { TableLine } from './table-lines';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr) 50px 40px 60px',
    columnGap: '6px',
    alignItems: 'center',
    minHeight: '32px',
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  link: {
    color: tokens.colorNeutralForeground1,
    display: 'inline',
    maxWidth: '100%',
    minHeight: '24px',
    lineHeight: '24px',
  },
  amount: { fontVariantNumeric: 'tabular-nums', textAlign: 'right', whiteSpace: 'nowrap' },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  state: { textAlign: 'right' },
  quiet: { color: tokens.colorNeutralForeground3 },
  wide: { gridColumn: '3 / -1', whiteSpace: 'nowrap' },
  narrow: { '@media (max-width: 260px)': { gridTemplateColumns: '16px minmax(0, 1fr) auto' } },
  hideNarrow: { '@media (max-width: 260px)': { display: 'none' } },
});

const STANDINGS: readonly EntryStanding[] = ['error', 'warning', 'explained', 'note'];

/** One table of the overview: mark, name, strip, passed of counted, what there is to mend. */
export function TableRow({
  line,
  onSelect,
}: {
  readonly line: TableLine;
  readonly onSelect: (cell: CellRef) => void;
}): React.JSX.Element {
  const styles = useStyles();
  const words = useWords();
  const language = useLanguage();
  const { table, counts, see, standing } = line;
  const { passed, failed, notChecked } = table.equations;
  const counted = passed + failed + notChecked;
  const name = `${table.id} ${line.name}`;
  const found = STANDINGS.filter((one) => counts[one] > 0)
    .slice(0, 1)
    .map((one) => `${severityWord(one, language)}${counts[one]}`);
  // What has to be mended elsewhere matters more than a note of one's own.
  const state = standing === 'touched' && see.length > 0 ? words.tables.see(see) : (found[0] ?? '');
  const blank = table.declaredEmpty
    ? words.tables.declaredEmpty
    : table.figures === 0
      ? words.tables.blank
      : counted === 0
        ? words.tables.noEquations
        : undefined;
  return (
    <li className={mergeClasses(styles.row, styles.narrow)}>
      <SeverityMark standing={standing} />
      <span className={styles.name}>
        <Tooltip content={name} relationship="description">
          <Link
            className={styles.link}
            onClick={() => onSelect({ sheet: table.sheet, row: 0, column: 0 })}
            aria-label={words.tables.go(name)}
          >
            {name}
          </Link>
        </Tooltip>
      </span>
      {blank !== undefined && found.length === 0 ? (
        <span className={mergeClasses(styles.small, styles.state, styles.quiet, styles.wide)}>{blank}</span>
      ) : (
        <>
          <span className={styles.hideNarrow}>{counted > 0 && <Strip equations={table.equations} />}</span>
          <span className={mergeClasses(styles.small, styles.amount, styles.hideNarrow)}>
            {counted > 0 ? `${passed}/${counted}` : ''}
          </span>
          <span className={mergeClasses(styles.small, styles.state, standing === 'touched' && styles.quiet)}>
            {state}
          </span>
        </>
      )}
    </li>
  );
}
