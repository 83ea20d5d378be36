import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useScreenWords } from '../app/screen-words';
import { useLanguage } from '../app/words-context';
import type { Session } from '../session/session';
import { drawnCount, newPatch, yearTyped } from './making';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  input: { minWidth: 0, width: '100%' },
  what: { color: tokens.colorNeutralForeground2 },
});

/** Where there is neither a table nor a ledger: the standard workbook, once it is known whose and of which year. */
export function NewTables({ session, busy }: { readonly session: Session; readonly busy: boolean }): React.JSX.Element {
  const styles = useStyles();
  const words = useScreenWords();
  const language = useLanguage();
  const [department, setDepartment] = useState('');
  const [year, setYear] = useState('');
  const named = department.trim();
  const read = yearTyped(year);
  const make = (): void => {
    if (named === '' || read === undefined) return;
    void session.write({
      name: 'new',
      patch: (snapshot) => newPatch(snapshot, { department: named, year: read }, language),
      wrote: ({ refused }, patch) => ({
        what: 'new',
        sheets: drawnCount(
          patch,
          refused.map(({ edit }) => edit),
        ),
      }),
    });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <Text className={styles.what}>{words.make.newWhat}</Text>
      <Field label={words.make.department} size="small">
        <Input
          className={styles.input}
          size="small"
          value={department}
          onChange={(_, data) => setDepartment(data.value)}
        />
      </Field>
      <Field
        label={words.make.year}
        size="small"
        {...(year.trim() !== '' && read === undefined
          ? { validationState: 'warning' as const, validationMessage: words.make.yearHint }
          : {})}
      >
        <Input
          className={styles.input}
          size="small"
          inputMode="numeric"
          value={year}
          onChange={(_, data) => setYear(data.value)}
        />
      </Field>
      <div>
        <Button
          size="small"
          appearance="primary"
          type="submit"
          disabledFocusable={busy || named === '' || read === undefined}
        >
          {words.make.newTables}
        </Button>
      </div>
    </form>
  );
}
