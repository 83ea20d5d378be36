import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { memo, useRef, useState } from 'react';
import { isSafe, type RewriteWish, type StaleSentence, type StandingText } from '../../commands/standing-text';
import type { CellRef } from '../../engine/snapshot/address';
import { useScreenWords } from '../app/screen-words';
import { CellLink } from '../parts/CellLink';
import { SeverityMark } from '../parts/SeverityMark';
import type { Session } from '../session/session';
import { rewriting } from './rewriting';
import { StaleItem } from './StaleItem';

const useStyles = makeStyles({
  block: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  heading: {
    margin: 0,
    display: 'flex',
    columnGap: '6px',
    alignItems: 'flex-start',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
    '& > svg': { marginTop: '2px' },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '12px' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  others: {
    '& > summary': {
      cursor: 'pointer',
      lineHeight: '24px',
      color: tokens.colorNeutralForeground2,
      fontSize: tokens.fontSizeBase200,
    },
    '& p': { margin: '4px 0', overflowWrap: 'anywhere' },
  },
});

/** More are listed when somebody asks for them. */
const FIRST = 20;

export interface StandingProps {
  readonly session: Session;
  readonly standing: StandingText;
  /** Nothing can be written now. */
  readonly busy: boolean;
  readonly onSelect: (cell: CellRef) => void;
  /** The short name of a section. */
  readonly nameOf: (section: string) => string | undefined;
}

/** How the text in its sheet stands to the tables: which of its sentences the figures have left behind, and how they would read. */
export const Standing = memo(function Standing(props: StandingProps): React.JSX.Element {
  const { session, standing, busy, onSelect, nameOf } = props;
  const { sheet, stale, unmatched, added } = standing;
  const styles = useStyles();
  const words = useScreenWords().standing;
  const [isAll, setIsAll] = useState(false);
  const block = useRef<HTMLElement>(null);
  const safe = stale.filter(isSafe).length;

  const rewrite = (wish: RewriteWish, index: number): void => {
    // The focus goes on to the sentence that takes the place of this one.
    void session.write(rewriting(wish)).then(() =>
      setTimeout(() => {
        const buttons = block.current?.querySelectorAll<HTMLElement>('[data-rewrite]') ?? [];
        const next = buttons[Math.min(index, buttons.length - 1)] ?? block.current?.querySelector<HTMLElement>('h2');
        next?.focus();
      }),
    );
  };
  const item = (sentence: StaleSentence, index: number): React.JSX.Element => (
    <StaleItem
      key={`${sentence.cell.row} ${sentence.from}`}
      sentence={sentence}
      section={nameOf(sentence.written?.section ?? '')}
      busy={busy}
      onSelect={onSelect}
      onRewrite={() => rewrite([sentence], index)}
    />
  );
  return (
    <section className={styles.block} ref={block}>
      <h2 className={styles.heading} tabIndex={-1}>
        <SeverityMark standing={stale.length > 0 ? 'warning' : 'agreed'} />
        {stale.length > 0 ? words.stale(stale.length, sheet) : words.current(sheet)}
      </h2>
      {stale.length > 0 && (
        <div className={styles.buttons}>
          {safe > 0 && (
            <Button size="small" onClick={() => rewrite('safe', 0)} disabledFocusable={busy}>
              {words.rewriteAll}
            </Button>
          )}
          {stale.length > safe && <Text className={styles.quiet}>{words.choices(stale.length - safe)}</Text>}
        </div>
      )}
      <ul className={styles.list}>{stale.slice(0, isAll ? stale.length : FIRST).map(item)}</ul>
      {!isAll && stale.length > FIRST && (
        <Button size="small" appearance="subtle" onClick={() => setIsAll(true)}>
          {words.all(stale.length)}
        </Button>
      )}
      {unmatched.length > 0 && (
        <details className={styles.others}>
          <summary>{words.unmatched(unmatched.length)}</summary>
          {unmatched.map(({ cell, from, text }) => (
            <p key={`${cell.row} ${from}`}>
              <CellLink cell={cell} onSelect={onSelect} /> <span lang="zh-CN">{text}</span>
            </p>
          ))}
        </details>
      )}
      {added.length > 0 && (
        <details className={styles.others}>
          <summary>{words.added(added.length, sheet)}</summary>
          {added.map(({ text }, index) => (
            <p key={index} lang="zh-CN">
              {text}
            </p>
          ))}
        </details>
      )}
    </section>
  );
});
