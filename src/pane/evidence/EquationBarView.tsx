import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { EquationBar, Segment, Side } from './bar';

const WIDTH = 296;
const BAR = 16;
const STEP = 8;
const APART = 6;
/** A gap that is shorter would not be seen. */
const LEAST_GAP = 8;
/** Zero and blank are nothing to see either, and must not be left out. */
const TICK = 2;

const useStyles = makeStyles({ svg: { display: 'block', width: '100%', height: 'auto' } });

const FILLS = [tokens.colorNeutralBackground1Selected, tokens.colorNeutralStroke1] as const;

/** The two sides of an equation over each other, to one scale; `label` says in words what they show. */
export function EquationBarView({
  bar,
  label,
}: {
  readonly bar: EquationBar;
  readonly label: string;
}): React.JSX.Element {
  const styles = useStyles();
  const hatch = useId();
  const heightOf = ({ segments }: Side): number => (bar.inSteps ? Math.max(BAR, segments.length * STEP) : BAR);
  const below = heightOf(bar.left) + APART;
  const height = below + heightOf(bar.right) + 1;
  const gapTop = bar.gap?.side === 'left' ? 0 : below;
  const gapWidth = bar.gap ? Math.max(LEAST_GAP, (bar.gap.to - bar.gap.from) * WIDTH) : 0;
  const gapFrom = bar.gap ? Math.min(bar.gap.from * WIDTH, WIDTH - gapWidth) : 0;
  return (
    <svg className={styles.svg} viewBox={`-1 -1 ${WIDTH + 2} ${height + 2}`} role="img" aria-label={label}>
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="5" stroke={tokens.colorStatusDangerForeground3} strokeWidth="1.5" />
        </pattern>
      </defs>
      <SideView side={bar.left} top={0} inSteps={bar.inSteps} />
      <SideView side={bar.right} top={below} inSteps={bar.inSteps} />
      {bar.gap && (
        <>
          <rect
            x={gapFrom}
            y={gapTop}
            width={gapWidth}
            height={bar.gap.side === 'left' ? heightOf(bar.left) : heightOf(bar.right)}
            fill={`url(#${hatch})`}
            stroke={tokens.colorStatusDangerForeground3}
            strokeDasharray="3 2"
          />
          <line
            x1={gapFrom}
            x2={gapFrom}
            y1={0}
            y2={height}
            stroke={tokens.colorStatusDangerForeground3}
            strokeWidth="0.5"
          />
        </>
      )}
    </svg>
  );
}

function SideView({
  side,
  top,
  inSteps,
}: {
  readonly side: Side;
  readonly top: number;
  readonly inSteps: boolean;
}): React.JSX.Element {
  return (
    <g>
      {side.segments.map((segment, index) => (
        <SegmentView
          key={index}
          segment={segment}
          fill={FILLS[index % FILLS.length] ?? FILLS[0]}
          top={inSteps ? top + index * STEP : top}
          height={inSteps ? STEP - 1 : BAR}
        />
      ))}
    </g>
  );
}

function SegmentView({
  segment,
  fill,
  top,
  height,
}: {
  readonly segment: Segment;
  readonly fill: string;
  readonly top: number;
  readonly height: number;
}): React.JSX.Element {
  const { from, to, holds, isSuspect, isNegative } = segment;
  const width = Math.abs(to - from) * WIDTH;
  const x = Math.min(Math.min(from, to) * WIDTH, WIDTH - TICK);
  const isNothing = holds !== 'amount';
  return (
    <rect
      x={x}
      y={top}
      width={Math.max(width, TICK)}
      height={height}
      fill={isNothing ? 'none' : fill}
      stroke={tokens.colorNeutralStrokeAccessible}
      strokeWidth={isSuspect ? 2 : 1}
      {...(isNothing || isNegative ? { strokeDasharray: '2 2' } : {})}
    />
  );
}
