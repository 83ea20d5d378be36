import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { fillLastYear, type LastYear } from '../../commands/last-year';
import type { WrongYear } from '../../commands/narrate';
import { narrateWords } from '../../i18n/narrate/catalogue';
import { useScreenWords } from '../app/screen-words';
import { useLanguage } from '../app/words-context';
import type { Session } from '../session/session';

const useStyles = makeStyles({
  group: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '4px' },
  problem: { color: tokens.colorStatusWarningForeground3, overflowWrap: 'anywhere' },
});

/** Fills in last year's figures from a workbook that is chosen on the disk: an add-in sees no other workbook than its own. */
export function LastYearFile({
  session,
  busy,
}: {
  readonly session: Session;
  readonly busy: boolean;
}): React.JSX.Element {
  const styles = useStyles();
  const words = useScreenWords();
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState('');
  const [reading, setReading] = useState(false);
  const fill = async (file: File): Promise<void> => {
    const { readWorkbook } = await import('./last-year-file');
    const read = await readWorkbook(file, language);
    if ('problem' in read) return setProblem(words.ask.ofFile(file.name, read.problem));
    let made: LastYear | undefined;
    let wrong: WrongYear | undefined;
    await session.write({
      name: 'prior',
      patch: async (present, _, edition) => {
        const filled = await fillLastYear(present, read.snapshot, file.name, language, edition);
        wrong = filled && 'wrongYear' in filled ? filled.wrongYear : undefined;
        made = filled && 'patch' in filled ? filled : undefined;
        return made?.patch;
      },
      wrote: () => ({
        what: 'prior',
        file: file.name,
        sheet: made?.sheet ?? '',
        filled: made?.filled ?? 0,
        differing: made?.differing ?? 0,
      }),
    });
    if (wrong) setProblem(words.ask.ofFile(file.name, narrateWords(language).wrongYear(wrong.year, wrong.needed)));
  };
  return (
    <div className={styles.group}>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.xlsm"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file chosen again is a wish too.
          event.target.value = '';
          if (!file) return;
          setProblem('');
          setReading(true);
          fill(file)
            .catch((error: unknown) => session.report(error))
            .finally(() => setReading(false));
        }}
      />
      <div>
        <Button size="small" disabledFocusable={busy || reading} onClick={() => input.current?.click()}>
          {words.ask.fromFile}
        </Button>
      </div>
      <Text role="status" className={styles.problem}>
        {problem}
      </Text>
    </div>
  );
}
