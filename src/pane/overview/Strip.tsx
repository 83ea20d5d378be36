import { makeStyles, tokens } from '@fluentui/react-components';
import type { EquationCounts } from '../../engine/finding/report';
import { useWords } from '../app/words-context';

const WIDTH = 48;
const HEIGHT = 8;
/** One failed equation among hundreds must still be seen. */
const LEAST = 4;

const useStyles = makeStyles({
  strip: { display: 'block', flexShrink: 0, forcedColorAdjust: 'auto' },
  passed: { fill: tokens.colorNeutralForeground3 },
  failed: { fill: tokens.colorStatusDangerForeground3 },
  unchecked: { fill: 'transparent', stroke: tokens.colorNeutralStrokeAccessible, strokeDasharray: '2 2' },
  frame: { fill: 'none', stroke: tokens.colorNeutralStrokeAccessible },
});

/** Passed, failed and unchecked checks of a table as one bar: filled, taller, dashed. */
export function Strip({ equations }: { readonly equations: EquationCounts }): React.JSX.Element {
  const styles = useStyles();
  const words = useWords();
  const { passed, failed, notChecked } = equations;
  const counted = passed + failed + notChecked;
  const share = (count: number): number => (count === 0 ? 0 : Math.max(LEAST, (count / counted) * WIDTH));
  const failedWidth = share(failed);
  const uncheckedWidth = share(notChecked);
  const passedWidth = passed === 0 ? 0 : Math.max(0, WIDTH - failedWidth - uncheckedWidth);
  return (
    <svg
      className={styles.strip}
      width={WIDTH + 2}
      height={HEIGHT + 6}
      role="img"
      aria-label={words.tables.strip(passed, failed, notChecked)}
    >
      <rect className={styles.frame} x={0.5} y={3.5} width={WIDTH + 1} height={HEIGHT - 1} rx={2} />
      <rect className={styles.passed} x={1} y={4} width={passedWidth} height={HEIGHT - 2} />
      <rect className={styles.failed} x={1 + passedWidth} y={0} width={failedWidth} height={HEIGHT + 6} />
      {uncheckedWidth > 0 && (
        <rect
          className={styles.unchecked}
          x={1.5 + passedWidth + failedWidth}
          y={4.5}
          width={Math.max(0, uncheckedWidth - 1)}
          height={HEIGHT - 3}
        />
      )}
    </svg>
  );
}
