import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { differenceOf } from '../../commands/amend';
import type { Evidence } from '../../commands/evidence';
import type { Mention, TextPlace } from '../../commands/mentions';
import type { Figure } from '../../engine/book/book';
import type { Relation } from '../../engine/evidence/relations';
import type { CellRef } from '../../engine/snapshot/address';
import { evidenceWords } from '../../i18n/evidence/catalogue';
import { amountText, isNegative } from '../../i18n/words/amounts';
import { placesEn, placesZhCN } from '../../i18n/words/places';
import { useLanguage } from '../app/words-context';
import { SeverityMark } from '../parts/SeverityMark';
import { equationBar } from './bar';
import { EquationBarView } from './EquationBarView';
import { Mentions } from './Mentions';
import { RelationTree } from './RelationTree';
import { amountOf, equationSaid, unitShown } from './words';

const useStyles = makeStyles({
  holds: { display: 'flex', flexWrap: 'wrap', columnGap: '16px' },
  boxes: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  amount: { fontVariantNumeric: 'tabular-nums' },
  equation: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '4px' },
  says: { margin: 0, display: 'flex', columnGap: '6px', alignItems: 'flex-start', overflowWrap: 'anywhere' },
  failed: { color: tokens.colorStatusDangerForeground3, textAlign: 'right' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** What a figure holds, what it should hold, the equations that fail with it as bars, the tree of all it rests on. */
export function FigureEvidence({
  evidence,
  figure,
  suspects,
  boxes,
  ways,
  determined,
  mentions,
  onChoose,
  onSelect,
  onText,
}: {
  readonly evidence: Evidence;
  readonly figure: Figure;
  readonly suspects: ReadonlySet<string>;
  /** For the amounts that may be written; none where nothing is to be mended here. */
  readonly boxes: readonly React.JSX.Element[];
  /** For cells that have to be changed together. */
  readonly ways: readonly React.JSX.Element[];
  /** What its cell should hold, where the figures say so. */
  readonly determined: string | undefined;
  readonly mentions: readonly Mention[];
  readonly onChoose: (figure: Figure) => void;
  readonly onSelect: (cell: CellRef) => void;
  readonly onText: (place: TextPlace) => void;
}): React.JSX.Element {
  const styles = useStyles();
  const words = evidenceWords(useLanguage());
  const relations = evidence.relationsOf(figure);
  const failed = relations.filter(({ outcome }) => outcome.kind === 'failed');
  return (
    <>
      <Holds figure={figure} determined={determined} />
      {ways.length > 0 && (
        <div className={styles.boxes}>
          <Text className={styles.quiet}>{words.chooseWay}</Text>
          {ways}
        </div>
      )}
      {boxes.length > 0 && (
        <div className={styles.boxes}>
          {determined === undefined && <Text className={styles.quiet}>{words.undetermined}</Text>}
          {boxes}
        </div>
      )}
      <Text>{relations.length === 0 ? words.noEquations : words.equations(relations.length, failed.length)}</Text>
      {failed.map((relation, index) => (
        <FailedEquation key={index} relation={relation} suspects={suspects} />
      ))}
      {relations.length > 0 && (
        <RelationTree evidence={evidence} figure={figure} suspects={suspects} onChoose={onChoose} />
      )}
      {relations.length > 0 && <Text className={styles.quiet}>{words.keys}</Text>}
      {mentions.length > 0 && <Mentions mentions={mentions} onSelect={onSelect} onText={onText} />}
    </>
  );
}

/** 现为 174.15万元  应为 147.15  多27.00 */
function Holds({
  figure,
  determined,
}: {
  readonly figure: Figure;
  readonly determined: string | undefined;
}): React.JSX.Element {
  const styles = useStyles();
  const words = evidenceWords(useLanguage());
  const { reading, moneyUnit, decimals } = figure;
  const more = determined !== undefined && differenceOf(reading, determined, moneyUnit);
  return (
    <div className={styles.holds}>
      <Text className={styles.amount}>{words.holds(amountOf(figure, words), unitShown(figure))}</Text>
      {determined !== undefined && (
        <Text className={styles.amount}>{words.shouldBe(amountText(determined, decimals))}</Text>
      )}
      {more && (
        <Text className={styles.amount}>
          {(isNegative(more) ? words.tooLittle : words.tooMuch)(amountText(more.replace(/^-/, ''), decimals))}
        </Text>
      )}
    </div>
  );
}

function FailedEquation({
  relation: { equation, outcome },
  suspects,
}: {
  readonly relation: Relation;
  readonly suspects: ReadonlySet<string>;
}): React.JSX.Element {
  const styles = useStyles();
  const language = useLanguage();
  const words = evidenceWords(language);
  const { says, result } = equationSaid(equation, outcome, words, language === 'en' ? placesEn : placesZhCN);
  const bar = useMemo(() => equationBar(equation, outcome, suspects), [equation, outcome, suspects]);
  return (
    <section className={styles.equation}>
      <p className={styles.says}>
        <SeverityMark standing={equation.severity === 'error' ? 'error' : 'warning'} />
        <span>{says}</span>
      </p>
      <EquationBarView bar={bar} label={`${says}，${result}`} />
      <Text className={styles.failed}>{result}</Text>
    </section>
  );
}
