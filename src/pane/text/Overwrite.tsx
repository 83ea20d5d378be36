import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useScreenWords } from '../app/screen-words';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    rowGap: '8px',
    padding: '8px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export interface OverwriteProps {
  readonly count: number;
  readonly sheet: string;
  readonly onWrite: () => void;
  readonly onLeave: () => void;
}

/** The question before words of the user's are written over; the answer that loses nothing has the focus. */
export function Overwrite({ count, sheet, onWrite, onLeave }: OverwriteProps): React.JSX.Element {
  const styles = useStyles();
  const words = useScreenWords().standing;
  const buttons = useRef<HTMLDivElement>(null);
  useEffect(() => buttons.current?.querySelector<HTMLElement>('button:last-of-type')?.focus(), []);
  return (
    <div className={styles.box} role="group" aria-label={words.overwriteAll}>
      <Text>{words.overwrite(count, sheet)}</Text>
      <div className={styles.buttons} ref={buttons}>
        <Button size="small" onClick={onWrite}>
          {words.overwriteAll}
        </Button>
        <Button size="small" onClick={onLeave}>
          {words.keep}
        </Button>
      </div>
    </div>
  );
}
