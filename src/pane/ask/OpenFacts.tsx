import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { askSheets } from '../../commands/sheets/ask';
import { narrateWorkbook } from '../../commands/narrate';
import type { CellRef } from '../../engine/snapshot/address';
import type { MissingPiece } from '../../engine/narrate/narration';
import { askedSheetWords } from '../../i18n/catalogue';
import { narrateWords } from '../../i18n/narrate/catalogue';
import { useScreenWords } from '../app/screen-words';
import { useLanguage } from '../app/words-context';
import { CellLink } from '../parts/CellLink';
import type { Session } from '../session/session';
import { LastYearFile } from './LastYearFile';
import { asksEverything, cellOf, hasAskedSheets, missingOf, priorCell, type Narrated } from '../text/narrated';

const useStyles = makeStyles({
  group: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '4px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: '24px', fontWeight: tokens.fontWeightRegular },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', alignItems: 'baseline', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export interface OpenFactsProps {
  readonly session: Session;
  readonly text: Narrated;
  readonly busy: boolean;
  readonly onSelect: (cell: CellRef) => void;
}

/** What is open besides reasons: facts of the department and figures of last year with the cells for them, and what the tables lack. */
export function OpenFacts({ session, text, busy, onSelect }: OpenFactsProps): React.JSX.Element {
  const styles = useStyles();
  const words = useScreenWords();
  const language = useLanguage();
  const facts = missingOf(text, 'fact');
  const prior = missingOf(text, 'prior');
  const others = missingOf(text, 'amount', 'name');
  const sheet = priorCell(text);
  const names = askedSheetWords(language);
  const make = (): void => {
    let made: readonly string[] = [];
    void session.write({
      name: 'ask',
      patch: async (present, _, edition) => {
        const asked = askSheets(present, await narrateWorkbook(present, { edition }), { language });
        made = asked ? [asked.sheets.reasons, asked.sheets.prior, asked.sheets.facts] : [];
        return asked?.patch;
      },
      wrote: () => ({ what: 'ask', sheets: made }),
    });
  };
  return (
    <>
      {!asksEverything(text) && text.result.narration && (
        <section className={styles.group}>
          <Text className={styles.quiet}>
            {words.ask.makeSheetsWhy([names.reasons.name, names.prior.name, names.facts.name])}
          </Text>
          <div>
            <Button size="small" onClick={make} disabledFocusable={busy}>
              {hasAskedSheets(text) ? words.ask.updateSheets : words.ask.makeSheets}
            </Button>
          </div>
        </section>
      )}
      {prior.length > 0 && (
        <section className={styles.group}>
          <h2 className={styles.heading}>{words.ask.prior(prior.length)}</h2>
          <Text className={styles.quiet}>
            {sheet && <CellLink cell={sheet} onSelect={onSelect} />} {words.ask.noPrior}
          </Text>
          <LastYearFile session={session} busy={busy} />
          <List text={text} pieces={prior.filter(({ fill }) => fill)} onSelect={onSelect} />
        </section>
      )}
      {facts.length > 0 && (
        <Pieces text={text} heading={words.ask.facts(facts.length)} pieces={facts} onSelect={onSelect} />
      )}
      {others.length > 0 && (
        <Pieces text={text} heading={words.ask.others(others.length)} pieces={others} onSelect={onSelect} />
      )}
    </>
  );
}

interface PiecesProps {
  readonly text: Narrated;
  readonly pieces: readonly MissingPiece[];
  readonly onSelect: (cell: CellRef) => void;
}

function Pieces({ heading, ...list }: PiecesProps & { readonly heading: string }): React.JSX.Element {
  const styles = useStyles();
  return (
    <section className={styles.group}>
      <h2 className={styles.heading}>{heading}</h2>
      <List {...list} />
    </section>
  );
}

function List({ text, pieces, onSelect }: PiecesProps): React.JSX.Element {
  const styles = useStyles();
  const { fact } = narrateWords(useLanguage());
  return (
    <ul className={styles.list}>
      {pieces.map((piece) => {
        const cell = cellOf(text, piece);
        return (
          <li key={`${piece.section}${piece.about}`} className={styles.item}>
            {cell && <CellLink cell={cell} onSelect={onSelect} />}
            <span>{fact(piece.about, piece.unread, piece.wanted)}</span>
          </li>
        );
      })}
    </ul>
  );
}
