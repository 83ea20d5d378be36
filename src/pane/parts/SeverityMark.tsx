import { makeStyles, tokens } from '@fluentui/react-components';
import {
  Checkmark16Regular,
  CircleHint16Regular,
  CommentCheckmark16Regular,
  DismissCircle16Filled,
  Info16Regular,
  Subtract16Regular,
  Warning16Filled,
} from '@fluentui/react-icons';
import type { FluentIcon } from '@fluentui/react-icons';
import type { TableLine } from '../overview/table-lines';

type Standing = TableLine['standing'];

const ICONS: Readonly<Record<Standing, FluentIcon>> = {
  error: DismissCircle16Filled,
  warning: Warning16Filled,
  note: Info16Regular,
  explained: CommentCheckmark16Regular,
  agreed: Checkmark16Regular,
  unchecked: CircleHint16Regular,
  touched: Subtract16Regular,
  empty: Subtract16Regular,
};

/** The colour that goes with a standing; always together with its shape and its word. */
export const STANDING_COLOURS: Readonly<Record<Standing, string>> = {
  error: tokens.colorStatusDangerForeground3,
  warning: tokens.colorStatusWarningForeground3,
  note: tokens.colorNeutralForeground2,
  explained: tokens.colorNeutralForeground3,
  agreed: tokens.colorStatusSuccessForeground3,
  unchecked: tokens.colorNeutralForeground3,
  touched: tokens.colorNeutralForeground3,
  empty: tokens.colorNeutralForeground3,
};

const useStyles = makeStyles({ icon: { flexShrink: 0, display: 'block' } });

/** The sign of a standing. Decoration: the word stands beside it. */
export function SeverityMark({ standing }: { readonly standing: Standing }): React.JSX.Element {
  const styles = useStyles();
  const Icon = ICONS[standing];
  return <Icon className={styles.icon} style={{ color: STANDING_COLOURS[standing] }} aria-hidden />;
}
