import { Button, ListItem, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronRight16Regular, MoreHorizontal16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { RELIABLE } from '../../commands/fix';
import type { Change } from '../../commands/fix';
import type { Entry } from '../../commands/entries';
import { namedCells, standingOf } from '../../commands/entries';
import { entrySentence } from '../../commands/entry-words';
import type { CellRef } from '../../engine/snapshot/address';
import { annotateWords, findingSentence } from '../../i18n/catalogue';
import type { PaneWords } from '../../i18n/pane/words';
import { severityWord } from '../../i18n/severity';
import { asksForMenu } from '../app/keys';
import { useLanguage, useWords } from '../app/words-context';
import { SeverityMark, STANDING_COLOURS } from '../parts/SeverityMark';
import type { MenuAt } from './CardMenu';
import { CellLinks } from './CellLinks';

const useStyles = makeStyles({
  card: {
    display: 'block',
    padding: '8px 12px',
    borderLeft: '3px solid',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    boxSizing: 'border-box',
  },
  selected: { backgroundColor: tokens.colorSubtleBackgroundSelected, outline: '1px solid transparent' },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'flex-start', columnGap: '8px' },
  word: { display: 'flex', gap: '6px', alignItems: 'center', minHeight: '24px', whiteSpace: 'nowrap' },
  copied: { color: tokens.colorNeutralForeground2 },
  more: { flexShrink: 0, marginRight: '-8px' },
  sentence: { display: 'block', overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', margin: '4px 0', alignItems: 'center' },
  searching: { color: tokens.colorNeutralForeground2 },
  // Its words begin where those above it do.
  flush: { marginLeft: '-12px' },
  evidence: { marginLeft: 'auto', minWidth: 0, paddingRight: 0, fontWeight: tokens.fontWeightRegular },
  fold: {
    marginLeft: '-8px',
    paddingLeft: '4px',
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    minWidth: 0,
  },
  symptoms: {
    margin: '0',
    padding: '0 0 0 16px',
    listStyleType: 'none',
    display: 'grid',
    rowGap: '8px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

export interface FindingCardProps {
  readonly entry: Entry;
  /** Counted from 1, among those shown. */
  readonly position: number;
  readonly count: number;
  readonly selected: boolean;
  readonly onSelect: (entry: Entry, cell: CellRef) => void;
  /** The one change that mends it, where the figures determine it. */
  readonly change: Change | undefined;
  readonly busy: boolean;
  readonly onAccept: (entry: Entry, change: Change) => void;
  /** To what its cell rests on. */
  readonly onEvidence: (entry: Entry) => void;
  /** The box in which it is being explained, where it is. */
  readonly explainBox: React.ReactNode;
  readonly onExplain: (entry: Entry) => void;
  readonly onWithdraw: (entry: Entry) => void;
  /** What else can be done with it is asked for, at this element or place. */
  readonly onMenu: (at: MenuAt) => void;
  /** It was put on the clipboard just now. */
  readonly copied: boolean;
}

/** One thing to mend: how grave, where, what, and what it brings about. */
export function FindingCard(props: FindingCardProps): React.JSX.Element {
  const { entry, position, count, selected, onSelect, change, busy, onAccept, explainBox, onExplain, onEvidence } =
    props;
  const { onMenu, copied } = props;
  const styles = useStyles();
  const words = useWords();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const isPending = entry.cause?.pending === true;
  const standing = standingOf(entry);
  const word = severityWord(standing, language);
  const sentence = entrySentence(entry, language);
  const heard = isPending ? [sentence, words.findings.searching].join(annotateWords(language).join) : sentence;
  const [first] = entry.cells;
  const select = (cell: CellRef): void => onSelect(entry, cell);
  return (
    <ListItem
      className={mergeClasses(styles.card, selected && styles.selected)}
      style={{ borderLeftColor: STANDING_COLOURS[standing] }}
      value={entry.id}
      aria-label={words.findings.card(word, heard, position, count)}
      data-entry={entry.id}
      onAction={() => first && select(first)}
      onContextMenu={(event) => {
        const { target, clientX: x, clientY: y, currentTarget: opener } = event;
        // Where somebody types, or has chosen words to copy, the menu is the browser's.
        if (target instanceof Element && target.closest('input, textarea')) return;
        if (document.getSelection()?.isCollapsed === false) return;
        event.preventDefault();
        onMenu({ entry, opener, target: { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) } });
      }}
      onKeyDown={(event) => {
        const { currentTarget: opener, target } = event;
        if (asksForMenu(event.nativeEvent) && !(target instanceof Element && target.closest('input, textarea'))) {
          event.preventDefault();
          if (!event.repeat)
            onMenu({ entry, opener, target: opener.querySelector('[aria-haspopup="menu"]') ?? opener });
          return;
        }
        if (event.key === 'F2' && !isPending) onExplain(entry);
        if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing || !change) return;
        event.preventDefault();
        if (!busy && !event.repeat) onAccept(entry, change);
      }}
    >
      {/* With buttons inside, the list is a grid for those who hear it: a row, and one cell in it. */}
      <div role="gridcell">
        <div className={styles.head}>
          <span className={styles.word}>
            <SeverityMark standing={standing} />
            <span style={{ color: STANDING_COLOURS[standing] }}>{word}</span>
            <span role="status" className={styles.copied}>
              {copied ? words.findings.menu.copied : ''}
            </span>
          </span>
          <CellLinks cells={entry.cells} onSelect={select} />
          <Button
            className={styles.more}
            size="small"
            appearance="transparent"
            icon={<MoreHorizontal16Regular />}
            aria-label={words.findings.menu.open}
            aria-haspopup="menu"
            onClick={({ currentTarget }) => onMenu({ entry, opener: currentTarget, target: currentTarget })}
          />
        </div>
        <Text className={styles.sentence}>{sentence}</Text>
        {explainBox ?? (
          <div className={styles.buttons}>
            {isPending && <span className={styles.searching}>{words.findings.searching}</span>}
            {change && (
              <Button
                size="small"
                appearance="outline"
                onClick={() => onAccept(entry, change)}
                disabledFocusable={busy}
              >
                {buttonText(change, words.fixes)}
              </Button>
            )}
            {!isPending && (
              <Button
                className={change ? '' : styles.flush}
                size="small"
                appearance="subtle"
                onClick={() => onExplain(entry)}
                disabledFocusable={busy}
              >
                {standing === 'explained' ? words.explain.again : words.explain.write}
              </Button>
            )}
            {standing === 'explained' && !isPending && (
              <Button size="small" appearance="subtle" onClick={() => props.onWithdraw(entry)} disabledFocusable={busy}>
                {words.explain.withdraw}
              </Button>
            )}
            {first && (
              <Button
                className={styles.evidence}
                size="small"
                appearance="transparent"
                icon={<ChevronRight16Regular />}
                iconPosition="after"
                onClick={() => onEvidence(entry)}
              >
                {words.findings.evidence}
              </Button>
            )}
          </div>
        )}
        {entry.symptoms.length > 0 && (
          <Button
            className={styles.fold}
            size="small"
            appearance="transparent"
            icon={open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {(isPending ? words.findings.others : words.findings.symptoms)(entry.symptoms.length)}
          </Button>
        )}
        {open && (
          <ul className={styles.symptoms}>
            {entry.symptoms.map((finding) => (
              <li key={finding.id}>
                {findingSentence(finding.facts, language)}
                <CellLinks cells={namedCells(finding)} onSelect={select} all />
              </li>
            ))}
          </ul>
        )}
      </div>
    </ListItem>
  );
}

/** What the button does, in words: the value stands on it. */
function buttonText({ to, new: amount, confidence }: Change, words: PaneWords['fixes']): string {
  if (to === null) return words.clear;
  return confidence >= RELIABLE ? words.accept(amount) : words.attempt(amount);
}
