import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons';
import { useCallback, useState } from 'react';
import type { TextPlace } from '../../commands/mentions';
import { otherwiseSaid } from '../../commands/standing-text';
import { textSheetPatch } from '../../commands/text-sheet';
import type { Span } from '../../engine/narrate/narration';
import { addressOf, cellKey, type CellRef } from '../../engine/snapshot/address';
import { placeOf } from '../../engine/finding/quote';
import { narrateWords } from '../../i18n/narrate/catalogue';
import { placesEn, placesZhCN } from '../../i18n/words/places';
import { useScreenWords } from '../app/screen-words';
import { useLanguage } from '../app/words-context';
import { ActionBar } from '../parts/ActionBar';
import { Screen } from '../parts/Screen';
import { ToCopy } from '../parts/ToCopy';
import { useCopying } from '../parts/use-copying';
import type { Session } from '../session/session';
import { copiedSections } from './copy';
import { cellOfMark, priorCell, type Narrated, type TextSection } from './narrated';
import { Overwrite } from './Overwrite';
import { Remarks } from './Remarks';
import { Sections } from './Sections';
import { Standing } from './Standing';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px', padding: '12px' },
  heading: { margin: 0, display: 'flex', flexWrap: 'wrap', columnGap: '12px' },
  open: { color: tokens.colorStatusWarningForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  from: {
    // Always there: a line that came and went would move the text under the pointer.
    minHeight: '16px',
    width: '100%',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  said: { color: tokens.colorNeutralForeground2 },
});

export interface TextScreenProps {
  readonly session: Session;
  readonly text: Narrated;
  /** A paragraph that somebody wants to see. A new wish is a new object. */
  readonly at: TextPlace | undefined;
  /** False while a newer text is being written. */
  readonly isCurrent: boolean;
  /** Errors that the tables hold: the text repeats them. */
  readonly errors: number;
  readonly busy: boolean;
  readonly hidden: boolean;
  /** To the reasons; to the one of a key where one is named. */
  readonly onAsk: (reason: string | undefined) => void;
}

/** The explanatory text, each figure a link to its cell. */
export function TextScreen(props: TextScreenProps): React.JSX.Element {
  const { session, text, at, isCurrent, errors, busy, hidden, onAsk } = props;
  const styles = useStyles();
  const words = useScreenWords();
  const language = useLanguage();
  const { narration, edition } = text.result;
  const [pointed, setPointed] = useState<Span>();
  const { outcome: copied, copy } = useCopying();
  const [isOverwriting, setIsOverwriting] = useState(false);
  const other = text.standing ? otherwiseSaid(text.standing).length : 0;
  const select = useCallback((cell: CellRef) => void session.select(cell), [session]);
  const ask = useCallback(
    (span: Extract<Span, { readonly kind: 'missing' }>) => {
      const { what, reason } = span;
      const cell =
        what === 'reason' ? undefined : what === 'prior' ? (span.fill ?? priorCell(text)) : cellOfMark(text, span);
      if (cell) select(cell);
      else onAsk(reason);
    },
    [onAsk, select, text],
  );
  const copySection = useCallback(({ section }: TextSection) => copy(copiedSections([section])), [copy]);
  if (!narration)
    return (
      <Screen hidden={hidden}>
        <div className={styles.page}>
          <Subtitle2 as="h1">
            {edition ? narrateWords(language).noText(edition.declared.name) : words.text.notRecognised}
          </Subtitle2>
        </div>
      </Screen>
    );
  const sections = text.parts.flatMap((part) => part.sections);
  const open = sections.filter((section) => section.open > 0).length;
  const putIntoSheet = (): void => {
    setIsOverwriting(false);
    let sheet = '';
    void session.write({
      name: 'text-sheet',
      patch: (present, _, chosen) => {
        if (present.stamp !== text.snapshot.stamp || chosen !== text.edition) return undefined;
        const made = textSheetPatch(present, narration, language);
        sheet = made.sheet;
        return made.patch;
      },
      wrote: () => ({ what: 'text-sheet', sheet }),
    });
  };
  return (
    <Screen
      hidden={hidden}
      bar={
        <ActionBar>
          <span className={styles.from}>{pointed ? <From span={pointed} text={text} /> : ''}</span>
        </ActionBar>
      }
    >
      <div className={styles.page}>
        <h1 className={styles.heading}>
          <Subtitle2>{words.text.sections(sections.length)}</Subtitle2>
          <Subtitle2>{words.text.done(sections.length - open)}</Subtitle2>
          {open > 0 && <Subtitle2 className={styles.open}>{words.text.open(open)}</Subtitle2>}
        </h1>
        {errors > 0 && <Text className={styles.said}>{words.text.errors(errors)}</Text>}
        <div className={styles.buttons}>
          {narration.missing.length > 0 && (
            <Button size="small" appearance="primary" onClick={() => onAsk(undefined)}>
              {words.text.ask}
            </Button>
          )}
          <Button
            size="small"
            appearance={narration.missing.length > 0 ? 'secondary' : 'primary'}
            icon={<Copy16Regular />}
            onClick={() => copy(copiedSections(sections.map(({ section }) => section)))}
          >
            {words.text.copyAll}
          </Button>
          <Button
            size="small"
            onClick={other > 0 ? () => setIsOverwriting(true) : putIntoSheet}
            disabledFocusable={busy || !isCurrent}
          >
            {words.text.toSheet}
          </Button>
        </div>
        {isOverwriting && text.standing && (
          <Overwrite
            count={other}
            sheet={text.standing.sheet}
            onWrite={putIntoSheet}
            onLeave={() => setIsOverwriting(false)}
          />
        )}
        <Text role="status" className={styles.said}>
          {copied === 'done' ? words.text.copied : copied ? words.text.copyBlocked : ''}
        </Text>
        {copied && copied !== 'done' && <ToCopy text={copied.plain} label={words.text.copyAll} />}
        <Remarks text={text} onSelect={select} />
        {text.standing && (
          <Standing
            session={session}
            standing={text.standing}
            busy={busy || !isCurrent}
            onSelect={select}
            nameOf={(section) => sections.find(({ key }) => key === section)?.name}
          />
        )}
        <Sections parts={text.parts} at={at} onSelect={select} onAsk={ask} onPoint={setPointed} onCopy={copySection} />
      </div>
    </Screen>
  );
}

/** Where a piece of the text comes from: its cells, what they are, how often the text speaks of the first. */
function From({ span, text }: { readonly span: Span; readonly text: Narrated }): string {
  const words = useScreenWords();
  const { place } = useLanguage() === 'en' ? placesEn : placesZhCN;
  if (span.kind === 'words-of-person') return words.text.from(span.text, [addressOf(span.from)]);
  if (span.kind !== 'figure') return span.text;
  const [first] = span.cells;
  const places = span.cells.map((cell) => {
    const figure = text.figures.get(cellKey(cell));
    return figure ? `${addressOf(cell)} ${place(placeOf(figure))}` : addressOf(cell);
  });
  const count = first ? (text.mentions.get(cellKey(first)) ?? 0) : 0;
  return words.text.from(span.text, places) + (count > 1 ? words.text.seenIn(count) : '');
}
