import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useCallback, useMemo, useState } from 'react';
import { narrateWorkbook } from '../../commands/narrate';
import {
  openReasonsWith,
  readTyped,
  reasonsFromIn,
  type ReasonsFromStated,
  type ReasonsFromTyped,
} from '../../commands/reasons-from';
import { groupThousands } from '../../engine/amount/format';
import { REASONS_FROM_MEASURES, type ReasonsFromMeasure, type StatedFrom } from '../../engine/narrate/reasons-from';
import { addressOf, type CellRef } from '../../engine/snapshot/address';
import type { Language } from '../../i18n/language';
import { settingsWords } from '../../i18n/settings/catalogue';
import type { SettingsWords } from '../../i18n/settings/words';
import { useComputed } from '../app/use-computed';
import { useLanguage } from '../app/words-context';
import { CellLink } from '../parts/CellLink';
import type { Session } from '../session/session';
import type { PaneState, Seen } from '../session/state';
import { Section } from './Section';
import { stating } from './stating';

const useStyles = makeStyles({
  boxes: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', columnGap: '16px', rowGap: '8px' },
  box: { width: '140px' },
  input: { minWidth: 0, width: '100%' },
  amount: { fontVariantNumeric: 'tabular-nums' },
  row: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', rowGap: '4px', alignItems: 'center' },
  // No larger than the words beside them.
  places: { '& *': { fontSize: tokens.fontSizeBase200 } },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export interface ReasonsFromProps {
  readonly session: Session;
  readonly state: PaneState;
}

/** From which change on reasons are written: read from the sheet of facts of the workbook, and written into it. */
export function ReasonsFrom({ session, state }: ReasonsFromProps): React.JSX.Element | null {
  const { checked } = state;
  const language = useLanguage();
  const given = useMemo(() => checked && { seen: checked, language }, [checked, language]);
  const told = useComputed(given, standing, true, session.report).value;
  const said = settingsWords(language).reasonsFrom;
  if (!told?.edition) return null;
  return (
    <Section name={said.heading}>
      {told.stated ? (
        <Stated session={session} busy={state.busy} seen={told.seen} stated={told.stated} />
      ) : (
        <Text>{said.none(told.edition)}</Text>
      )}
    </Section>
  );
}

interface Standing {
  readonly seen: Seen;
  /** The name of its edition; undefined where nothing was recognised. */
  readonly edition: string | undefined;
  readonly stated: ReasonsFromStated | undefined;
}

async function standing({ seen, language }: { readonly seen: Seen; readonly language: Language }): Promise<Standing> {
  const result = await narrateWorkbook(seen.snapshot, { edition: seen.edition });
  return {
    seen,
    edition: result.edition?.declared.name,
    stated: reasonsFromIn(seen.snapshot, result, language),
  };
}

function Stated({
  session,
  busy,
  seen,
  stated,
}: {
  readonly session: Session;
  readonly busy: boolean;
  readonly seen: Seen;
  readonly stated: ReasonsFromStated;
}): React.JSX.Element {
  const styles = useStyles();
  const language = useLanguage();
  const said = settingsWords(language).reasonsFrom;
  const [typed, setTyped] = useState<ReasonsFromTyped>({});
  const select = useCallback((cell: CellRef) => void session.select(cell), [session]);
  const asked = REASONS_FROM_MEASURES.flatMap((measure) => {
    const one = stated.stated[measure];
    return one ? [{ measure, one }] : [];
  });
  const shown = ({ measure, one }: (typeof asked)[number]): string => typed[measure] ?? holds(one);
  const changed = asked.filter(({ measure, one }) => typed[measure] !== undefined && typed[measure] !== holds(one));
  const isUnread = (one: (typeof asked)[number]): boolean =>
    changed.includes(one) && readTyped(one.one.fact, shown(one)) === 'unread';
  const wish = Object.fromEntries(changed.map((one) => [one.measure, shown(one)])) as ReasonsFromTyped;
  const may = changed.length > 0 && !asked.some(isUnread);
  const wanted = JSON.stringify(wish);
  const question = useMemo(() => ({ seen, wanted }), [seen, wanted]);
  const becomes = useComputed(question, openWith, may, session.report);
  const cells = asked.flatMap(({ one }) => one.cell ?? []);
  const write = (): void => {
    if (!may || busy) return;
    void session.write(stating(wish, language)).then((receipt) => {
      if (receipt?.refused.length === 0) setTyped({});
    });
  };
  return (
    <>
      <Text>{stands(stated, said)}</Text>
      <div className={styles.boxes}>
        {asked.map((one) => (
          <Field
            key={one.measure}
            className={styles.box}
            label={said[one.measure]}
            size="small"
            {...(isUnread(one) ? { validationMessage: said.notANumber } : {})}
          >
            <Input
              className={styles.input}
              size="small"
              inputMode="decimal"
              input={{ className: styles.amount }}
              value={shown(one)}
              onChange={(_, data) => setTyped({ ...typed, [one.measure]: data.value })}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.nativeEvent.isComposing && !event.repeat) write();
              }}
            />
          </Field>
        ))}
      </div>
      <div className={styles.row}>
        <Button size="small" onClick={write} disabledFocusable={busy || !may}>
          {said.write}
        </Button>
        <Text role="status">
          {may && becomes.isCurrent && becomes.value?.after !== undefined
            ? said.becomes(stated.open, becomes.value.after)
            : ''}
        </Text>
      </div>
      <Text className={styles.quiet}>
        {said.where(stated.sheet, stated.hasSheet)}
        {cells.map((cell) => (
          <span key={addressOf(cell)} className={styles.places}>
            {' '}
            <CellLink cell={cell} onSelect={select} />
          </span>
        ))}
      </Text>
      <Text className={styles.quiet}>{said.hint}</Text>
    </>
  );
}

/** In an object: that it cannot be told is an answer too. */
async function openWith({ seen, wanted }: { readonly seen: Seen; readonly wanted: string }): Promise<{
  readonly after: number | undefined;
}> {
  return { after: await openReasonsWith(seen.snapshot, JSON.parse(wanted) as ReasonsFromTyped, seen.edition) };
}

/** What its box begins with. */
const holds = ({ value, unread }: StatedFrom): string => unread ?? (value ? groupThousands(value.toFixed()) : '');

/** One sentence on how it stands; what cannot be read first. */
function stands({ stated, open }: ReasonsFromStated, said: SettingsWords['reasonsFrom']): string {
  const number = (measure: ReasonsFromMeasure, unit: string): string | undefined => {
    const value = stated[measure]?.value;
    return value && `${groupThousands(value.toFixed())}${unit}`;
  };
  const unread = REASONS_FROM_MEASURES.flatMap((measure) => {
    const { unread: words, cell } = stated[measure] ?? {};
    return words !== undefined && cell ? [said.unread(addressOf(cell), words)] : [];
  });
  const [percent, amount] = [number('percent', '%'), number('amount', said.unit)];
  const from = percent === undefined && amount === undefined ? said.all(open) : said.from(percent, amount, open);
  return [...unread, from].join('');
}
