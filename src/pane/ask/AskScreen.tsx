import { Button, Field, makeStyles, ProgressBar, Subtitle2, Text, Textarea, tokens } from '@fluentui/react-components';
import { ArrowLeft16Regular } from '@fluentui/react-icons';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answerReason } from '../../commands/answer';
import type { CellRef } from '../../engine/snapshot/address';
import { useScreenWords } from '../app/screen-words';
import { useLanguage } from '../app/words-context';
import { CellLink } from '../parts/CellLink';
import { Screen } from '../parts/Screen';
import type { Session } from '../session/session';
import { sentenceWith, unitOf, type Narrated, type ReasonItem } from '../text/narrated';
import { Drafts, nextOpen } from './drafts';
import { OpenFacts } from './OpenFacts';
import { ReasonFigures } from './ReasonFigures';

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
  const [drafts, setDrafts] = useState(Drafts.none);
  const [seen, setSeen] = useState(text);
  // What was saved is read from the sheet again as soon as the text is that of the sheet.
  if (seen !== text) {
    setSeen(text);
    setDrafts(drafts.settled());
  }
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
    const typed = drafts.of(item);
    const { key } = item.asked;
    const saved = drafts.saving(key, typed);
    setDrafts(saved);
    go(nextOpen(reasons, saved, key) ?? key);
    let cell: CellRef | undefined;
    void session
      .write({
        name: { reason: reasons.indexOf(item) + 1 },
        waits: true,
        patch: async (present, _, edition) => {
          const answered = await answerReason(present, item.asked, typed, language, edition);
          cell = answered?.cell;
          return answered?.patch;
        },
        wrote: () => ({ what: 'reason', sheet: cell?.sheet ?? '', row: (cell?.row ?? 0) + 1 }),
      })
      .then((receipt) =>
        setDrafts((now) => now.saved(key, typed, receipt !== undefined && receipt.refused.length === 0)),
      );
  };
  const position = current ? reasons.indexOf(current) + 1 : 0;
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
            {current.isStale && <Text className={styles.stale}>{words.ask.stale}</Text>}
            <Field className={styles.field} label={words.ask.box} hint={words.ask.hint}>
              <Textarea
                textarea={{ ref: box }}
                className={styles.box}
                resize="vertical"
                rows={3}
                value={drafts.of(current)}
                onChange={(_, data) => setDrafts(drafts.typed(current.asked.key, data.value))}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return;
                  event.preventDefault();
                  if (!event.repeat) save(current);
                }}
              />
            </Field>
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
                <Button size="small" onClick={() => go(nextOpen(reasons, drafts, current.asked.key))}>
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
