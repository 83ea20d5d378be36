import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { fillNumbers, formulaBefore, heldBefore, rowSentence } from '../../commands/fill-preview';
import type { FillResult } from '../../commands/fill';
import type { FillPlan } from '../../engine/fill/plan';
import { cellKey } from '../../engine/snapshot/address';
import type { CellRef } from '../../engine/snapshot/address';
import { fillWords } from '../../i18n/fill/catalogue';
import { amountText } from '../../i18n/words/amounts';
import { useScreenWords } from '../app/screen-words';
import { useLanguage } from '../app/words-context';
import { CellLink } from '../parts/CellLink';

const PAGE = 100;

const useStyles = makeStyles({
  header: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', width: '100%', justifyContent: 'space-between' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', minWidth: 0 },
  counts: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  panel: { margin: '0 0 8px' },
  list: { margin: 0, padding: 0, listStyleType: 'none', fontVariantNumeric: 'tabular-nums' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    columnGap: '8px',
    alignItems: 'baseline',
    minHeight: '24px',
    '@media (max-width: 260px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  formula: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  unit: { textAlign: 'right', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  amount: { textAlign: 'right', whiteSpace: 'nowrap' },
  inserted: { overflowWrap: 'anywhere', lineHeight: '24px' },
});

export interface TableChangesProps {
  readonly result: FillResult;
  readonly onSelect: (cell: CellRef) => void;
}

/** What would be written, table by table and folded: the rows that are put in, and each cell with what it holds and will hold. */
export function TableChanges({ result, onSelect }: TableChangesProps): React.JSX.Element | null {
  const styles = useStyles();
  const words = useScreenWords();
  const language = useLanguage();
  const { plan, book } = result;
  const declared = new Map((book?.tables ?? []).map((table) => [table.declared.id, table]));
  const tables = [...declared].flatMap(
    ([
      id,
      {
        declared: { title },
        frame: { moneyUnit },
      },
    ]) => {
      const counts = fillWords(language).counts(fillNumbers(plan, id));
      return counts.length === 0 ? [] : [{ id, title, moneyUnit, counts }];
    },
  );
  if (tables.length === 0) return null;
  return (
    <Accordion multiple collapsible>
      {tables.map(({ id, title, moneyUnit, counts }) => (
        <AccordionItem key={id} value={id}>
          <AccordionHeader as="h2" size="small">
            <span className={styles.header}>
              <span className={styles.name} title={`${id} ${title}`}>
                {id} {title}
              </span>
              <span className={styles.counts}>{counts.join(' ')}</span>
            </span>
          </AccordionHeader>
          <AccordionPanel className={styles.panel}>
            <div className={styles.unit}>{words.fill.unit(moneyUnit)}</div>
            <Changes plan={plan} table={id} onSelect={onSelect} />
          </AccordionPanel>
        </AccordionItem>
      ))}
    </Accordion>
  );
}

interface Line {
  readonly cell: CellRef;
  readonly how: string;
  readonly before: string | undefined;
  readonly after: string;
}

function Changes({
  plan,
  table,
  onSelect,
}: {
  readonly plan: FillPlan;
  readonly table: string;
  readonly onSelect: (cell: CellRef) => void;
}): React.JSX.Element {
  const styles = useStyles();
  const words = useScreenWords();
  const language = useLanguage();
  const said = fillWords(language);
  const [limit, setLimit] = useState(PAGE);
  const lines: readonly Line[] = [
    ...plan.numbers
      .filter((number) => number.table === table)
      .map(({ cell, text, amount }) => ({ cell, how: said.madeNumber, before: `“${text.trim()}”`, after: amount })),
    ...plan.fills
      .filter((filled) => filled.table === table)
      .map((filled) => ({
        cell: filled.cell,
        how: filled.formula === undefined ? '' : `=${filled.formula} ${formulaBefore(filled, language)}`.trim(),
        before: filled.before === undefined && filled.renewed === undefined ? undefined : heldBefore(filled, language),
        after: filled.amount,
      })),
  ];
  return (
    <>
      <ul className={styles.list}>
        {plan.inserts
          .filter((row) => row.table === table)
          .map((row) => (
            <li key={`${row.row} ${row.code}`} className={styles.inserted}>
              {rowSentence(row, language)}
            </li>
          ))}
        {lines.slice(0, limit).map(({ cell, how, before, after }) => (
          <li key={cellKey(cell)} className={styles.row}>
            <CellLink cell={cell} onSelect={onSelect} />
            <span className={styles.formula} title={how}>
              {how}
            </span>
            <span className={styles.amount}>
              {before === undefined ? amountText(after) : `${before} → ${amountText(after)}`}
            </span>
          </li>
        ))}
      </ul>
      {lines.length > limit && (
        <Button size="small" onClick={() => setLimit(limit + PAGE)}>
          {words.findings.more(Math.min(PAGE, lines.length - limit))}
        </Button>
      )}
    </>
  );
}
