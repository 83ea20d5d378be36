import { makeStyles, tokens } from '@fluentui/react-components';
import type { Span } from '../../engine/narrate/narration';
import { addressOf, type CellRef } from '../../engine/snapshot/address';
import { useScreenWords } from '../app/screen-words';

const useStyles = makeStyles({
  // An inline link that breaks with the text around it.
  link: {
    color: 'inherit',
    cursor: 'pointer',
    textDecorationLine: 'underline',
    textDecorationThickness: '1px',
    textDecorationColor: tokens.colorNeutralStrokeAccessible,
    textUnderlineOffset: '3px',
    ':hover': { textDecorationThickness: '2px' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px', borderRadius: '2px' },
  },
  personal: { textDecorationStyle: 'dotted' },
  missing: {
    color: tokens.colorStatusWarningForeground3,
    cursor: 'pointer',
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px', borderRadius: '2px' },
  },
});

/** What can be done with a piece of the text. */
export interface SpanActions {
  readonly onSelect: (cell: CellRef) => void;
  readonly onAsk: (span: Extract<Span, { readonly kind: 'missing' }>) => void;
  /** It is pointed at, or has the focus. */
  readonly onPoint: (span: Span | undefined) => void;
}

/** The pieces of a paragraph: figures and people's words as links to their cells, what is open as a button. */
export function Spans({ spans, ...actions }: SpanActions & { readonly spans: readonly Span[] }): React.JSX.Element {
  return (
    <>
      {spans.map((span, index) => (
        <OneSpan key={index} span={span} {...actions} />
      ))}
    </>
  );
}

function OneSpan({ span, onSelect, onAsk, onPoint }: SpanActions & { readonly span: Span }): React.JSX.Element {
  const styles = useStyles();
  const words = useScreenWords();
  const point = {
    onMouseEnter: () => onPoint(span),
    onMouseLeave: () => onPoint(undefined),
    onFocus: () => onPoint(span),
    onBlur: () => onPoint(undefined),
  };
  switch (span.kind) {
    case 'words':
      return <>{span.text}</>;
    case 'figure': {
      const cell = span.cells.find(({ prior }) => prior !== true);
      if (!cell) return <>{span.text}</>;
      return (
        <Inline
          className={styles.link}
          label={words.text.figure(span.text, addressOf(cell))}
          onAct={() => onSelect(cell)}
          {...point}
        >
          {span.text}
        </Inline>
      );
    }
    case 'words-of-person':
      return (
        <Inline
          className={`${styles.link} ${styles.personal}`}
          label={words.text.personal(span.text, addressOf(span.from))}
          onAct={() => onSelect(span.from)}
          {...point}
        >
          {span.text}
        </Inline>
      );
    case 'missing':
      return (
        <Inline className={styles.missing} onAct={() => onAsk(span)} {...point}>
          {span.text}
        </Inline>
      );
  }
}

interface InlineProps extends React.HTMLAttributes<HTMLSpanElement> {
  readonly label?: string;
  readonly onAct: () => void;
}

function Inline({ label, onAct, children, ...rest }: InlineProps): React.JSX.Element {
  return (
    <span
      {...rest}
      role="button"
      tabIndex={0}
      aria-label={label}
      onClick={onAct}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        if (!event.repeat) onAct();
      }}
    >
      {children}
    </span>
  );
}
