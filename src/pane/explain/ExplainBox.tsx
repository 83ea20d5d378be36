import { Button, Field, Input, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Entry } from '../../commands/entries';
import { readExplanations } from '../../engine/asked/read-explanations';
import type { Snapshot } from '../../engine/snapshot/snapshot';
import { useWords } from '../app/words-context';
import type { Explained } from './wishes';

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px', margin: '8px 0 4px' },
  field: { gridTemplateColumns: 'minmax(0, 1fr)', overflowWrap: 'anywhere' },
  text: { width: '100%', minWidth: 0, '& > textarea': { minWidth: 0 } },
  name: { maxWidth: '160px', minWidth: 0, '& > input': { minWidth: 0 } },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** In a box of text these keys move the caret; the list round it must not take them for its own. */
const CARET_KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
const TABSTER = JSON.stringify({
  focusable: { ignoreKeydown: Object.fromEntries(CARET_KEYS.map((key) => [key, true])) },
});

export interface ExplainBoxProps {
  readonly entry: Entry;
  readonly snapshot: Snapshot;
  readonly busy: boolean;
  /** What was typed and not saved, by the id of its entry: it outlives the card. */
  readonly drafts: Map<string, Explained>;
  readonly onSave: (typed: Explained) => void;
  readonly onCancel: () => void;
}

/** Where somebody writes why something may stay as it is. */
export function ExplainBox(props: ExplainBoxProps): React.JSX.Element {
  const { entry, snapshot, busy, drafts, onSave, onCancel } = props;
  const styles = useStyles();
  const words = useWords();
  const [typed, setTyped] = useState<Explained>(
    () =>
      drafts.get(entry.id) ?? {
        reason: entry.cause?.explanation?.reason ?? '',
        name: entry.cause?.explanation?.name || lastName(snapshot),
      },
  );
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const { current } = box;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  const type = (now: Explained): void => {
    drafts.set(entry.id, now);
    setTyped(now);
  };
  const isNothing = typed.reason.trim() === '';
  const save = (): void => {
    if (!busy && !isNothing) onSave(typed);
  };
  return (
    <div
      className={styles.box}
      data-tabster={TABSTER}
      onKeyDown={(event) => {
        // The card round it has keys of its own.
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') onCancel();
        if (event.key !== 'Enter' || !event.ctrlKey) return;
        event.preventDefault();
        if (!event.repeat) save();
      }}
    >
      <Field className={styles.field} label={words.explain.box} hint={words.explain.hint}>
        <Textarea
          textarea={{ ref: box }}
          className={styles.text}
          resize="vertical"
          rows={2}
          value={typed.reason}
          onChange={(_, { value }) => type({ ...typed, reason: value })}
        />
      </Field>
      <Field className={styles.field} label={words.explain.name}>
        <Input
          className={styles.name}
          size="small"
          value={typed.name}
          onChange={(_, { value }) => type({ ...typed, name: value })}
        />
      </Field>
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" onClick={save} disabledFocusable={busy || isNothing}>
          {words.explain.save}
        </Button>
        <Button size="small" onClick={onCancel}>
          {words.explain.cancel}
        </Button>
        <Text className={styles.quiet}>Ctrl+Enter</Text>
      </div>
    </div>
  );
}

/** Whoever has explained something last will do it again. */
function lastName(snapshot: Snapshot): string {
  const named = readExplanations(snapshot).rows.filter(({ name }) => name !== '');
  return named[named.length - 1]?.name ?? '';
}
