import { Button, Field, makeStyles, ProgressBar, Subtitle2, Text, Textarea, tokens } from '@fluentui/react-components';
import { ArrowLeft16Regular } from '@fluentui/react-icons';
import { useCallback, useEffect, useRef, useState } from 'react';
import { reasonWords } from '../../engine/asked/reason-words';
import { changeOf, speaksAgainst } from '../../engine/asked/reason-direction';
import type { AskedReason } from '../../engine/narrate/narration';
import type { CellRef } from '../../engine/snapshot/address';
import { narrateWords } from '../../i18n/narrate/catalogue';
import { useScreenWords } from '../app/screen-words';
import { useLanguage } from '../app/words-context';
import { CellLink } from '../parts/CellLink';
import { Screen } from '../parts/Screen';
import type { Session } from '../session/session';
import { sentenceWith, unitOf, type Narrated, type ReasonItem } from '../text/narrated';
import { nextOpen } from './drafts';
import { OpenFacts } from './OpenFacts';
import { ReasonFigures } from './ReasonFigures';
import { useDrafts } from './use-drafts';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px', padding: '12px' },
  top: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'center', columnGap: '8px' },
  heading: { margin: 0, outlineStyle: 'none' },
  item: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  about: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: '8px',
    alignItems: 'baseline',
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: '24px', fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  stale: { color: tokens.colorStatusWarningForeground3 },
  field: { gridTemplateColumns: 'minmax(0, 1fr)', overflowWrap: 'anywhere' },
  box: { width: '100%', minWidth: 0, '& > textarea': { minWidth: 0 } },
  reads: { margin: 0, lineHeight: '24px', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

export interface AskScreenProps {
  readonly session: Session;
  readonly text: Narrated;
  readonly busy: boolean;
  readonly hidden: boolean;
  /** The reason to begin with; the first open one where none is named. A new wish is a new object. */
  readonly at: { readonly reason: string | undefined };
  readonly onBack: () => void;
}

/** What only a person knows, one question after the other; what is typed stands in the sheet at once. */
export function AskScreen({ session, text, busy, hidden, at, onBack }: AskScreenProps): React.JSX.Element {
  const styles = useStyles();
  const words = useScreenWords();
  const language = useLanguage();
  const { reasons } = text;
  const { drafts, type, save: saveTyped, composes, keep, drop } = useDrafts(session, text, language);
  const [chosen, setChosen] = useState<{ readonly at: AskScreenProps['at']; readonly key: string | undefined }>();
  const heading = useRef<HTMLHeadingElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const wished = chosen?.at === at ? chosen.key : (at.reason ?? nextOpen(reasons, drafts, undefined));
  const current = reasons.find(({ asked }) => asked.key === wished) ?? reasons[0];
  const open = reasons.filter((item) => drafts.isOpen(item)).length;
  const select = useCallback((cell: CellRef) => void session.select(cell), [session]);
  // A screen that was pushed begins with its box, or its heading where there is none.
  useEffect(() => {
    if (!hidden) (box.current ?? heading.current)?.focus({ preventScroll: true });
  }, [hidden, at]);

  const go = (key: string | undefined): void => {
    setChosen({ at, key });
    setTimeout(() => (box.current ?? heading.current)?.focus());
  };
  const save = (item: ReasonItem): void => {
    const { key } = item.asked;
    go(nextOpen(reasons, saveTyped(item), key) ?? key);
  };
  const position = current ? reasons.indexOf(current) + 1 : 0;
  const taken = current && drafts.takenBy(current.asked.key);
  const isLast = current !== undefined && nextOpen(reasons, drafts, current.asked.key) === undefined;
  return (
    <Screen hidden={hidden} onBack={onBack}>
      <div className={styles.page}>
        <div className={styles.top}>
          <Button size="small" appearance="subtle" icon={<ArrowLeft16Regular />} onClick={onBack}>
            {words.ask.back}
          </Button>
          {reasons[0]?.asked.answerCell && (
            <Button
              size="small"
              appearance="subtle"
              onClick={() => reasons[0]?.asked.answerCell && select(reasons[0].asked.answerCell)}
            >
              {words.ask.all}
            </Button>
          )}
        </div>
        <h1 className={styles.heading} ref={heading} tabIndex={-1}>
          <Subtitle2>
            {reasons.length === 0
              ? words.ask.noneAsked
              : open === 0
                ? words.ask.complete
                : words.ask.progress(open, reasons.length - open)}
          </Subtitle2>
        </h1>
        {reasons.length > 0 && (
          <ProgressBar
            thickness="medium"
            value={(reasons.length - open) / reasons.length}
            aria-label={words.ask.progress(open, reasons.length - open)}
          />
        )}
        {current && (
          <section className={styles.item} aria-label={current.asked.about}>
            <div className={styles.about}>
              <h2 className={styles.name}>{current.asked.about}</h2>
              {current.asked.cells.slice(0, 1).map((cell) => (
                <CellLink key={cell.sheet} cell={cell} onSelect={select} />
              ))}
            </div>
            <Text className={styles.quiet}>
              {current.asked.sectionName} · {words.ask.position(position, reasons.length)}
            </Text>
            <ReasonFigures asked={current.asked} unit={unitOf(text, current.asked)} />
            {current.asked.isSpared && <Text className={styles.quiet}>{words.ask.spared}</Text>}
            {current.isStale && <Text className={styles.stale}>{words.ask.stale}</Text>}
            <Field
              className={styles.field}
              label={words.ask.box}
              hint={words.ask.hint + (current.asked.answerCell ? words.ask.keeps : '')}
            >
              <Textarea
                textarea={{ ref: box }}
                className={styles.box}
                resize="vertical"
                rows={3}
                value={drafts.of(current)}
                onChange={(_, data) => {
                  // Once it is given it is not the first open one any more.
                  setChosen({ at, key: current.asked.key });
                  type(current, data.value);
                }}
                onCompositionStart={() => composes(true)}
                onCompositionEnd={() => composes(false)}
                // What in the pane takes the focus may be the button that takes it back.
                onBlur={(event) => {
                  if (!event.relatedTarget) keep();
                }}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return;
                  event.preventDefault();
                  if (!event.repeat) save(current);
                }}
              />
            </Field>
            {taken !== undefined && (
              <div className={styles.buttons}>
                <Text className={styles.stale} role="status">
                  {words.ask.taken(taken)}
                </Text>
                <Button size="small" onClick={() => drop(current)}>
                  {words.ask.useSheet}
                </Button>
              </div>
            )}
            <Against asked={current.asked} typed={drafts.of(current)} />
            <div>
              <Text className={styles.quiet}>{words.ask.reads}</Text>
              <p className={styles.reads} lang="zh-CN">
                {text.result.narration && sentenceWith(text.result.narration, current.asked.key, drafts.of(current))}
              </p>
            </div>
            <div className={styles.buttons}>
              <Button size="small" appearance="primary" onClick={() => save(current)}>
                {isLast ? words.ask.saveLast : words.ask.save}
              </Button>
              {!isLast && (
                <Button
                  size="small"
                  onClick={() => {
                    keep();
                    go(nextOpen(reasons, drafts, current.asked.key));
                  }}
                >
                  {words.ask.skip}
                </Button>
              )}
              {open === 0 && (
                <Button size="small" onClick={onBack}>
                  {words.ask.readText}
                </Button>
              )}
              <Text className={styles.quiet}>Ctrl+Enter</Text>
            </div>
          </section>
        )}
        <OpenFacts session={session} text={text} busy={busy} onSelect={select} />
      </div>
    </Screen>
  );
}

/** That a reason speaks of growth where there is less, or of cuts where there is more; nothing of any other. */
function Against({ asked, typed }: { readonly asked: AskedReason; readonly typed: string }): React.JSX.Element {
  const styles = useStyles();
  const { against } = narrateWords(useLanguage());
  const { sectionName: section, about } = asked;
  const change = changeOf(asked);
  const reason = reasonWords(typed);
  const isAgainst = reason !== undefined && speaksAgainst(reason, change);
  return (
    <Text className={styles.stale} role="status">
      {isAgainst ? against({ section, about, reason, change }) : ''}
    </Text>
  );
}
