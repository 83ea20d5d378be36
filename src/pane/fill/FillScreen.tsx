import { Button, makeStyles, Skeleton, SkeletonItem, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useCallback, useMemo, useState } from 'react';
import type { CellRef } from '../../engine/snapshot/address';
import { fillNumbers } from '../../commands/fill-preview';
import { fillWords } from '../../i18n/fill/catalogue';
import { focusHeading } from '../app/focus';
import { useComputed } from '../app/use-computed';
import { useDelayed } from '../app/use-delayed';
import { useScreenWords } from '../app/screen-words';
import { useLanguage } from '../app/words-context';
import { CompilePreview } from '../make/CompilePreview';
import { LedgerLine } from '../make/LedgerLine';
import { NewTables } from '../make/NewTables';
import { findLedger } from '../make/making';
import { ActionBar } from '../parts/ActionBar';
import { Screen } from '../parts/Screen';
import type { Session } from '../session/session';
import type { Seen } from '../session/state';
import { Conflicts } from './Conflicts';
import { afterRefusals, cellsWritten, chosen, NO_CHOICES, patchFor, previewFill, writtenNumbers } from './preview';
import type { FillChoices, FillPreview } from './preview';
import { Follows, LeftOpen } from './Remarks';
import { TableChanges } from './TableChanges';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px', padding: '12px' },
  heading: { margin: 0, fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  skeleton: { padding: '12px', display: 'grid', rowGap: '12px' },
});

export interface FillScreenProps {
  readonly session: Session;
  readonly seen: Seen;
  readonly busy: boolean;
  readonly hidden: boolean;
  readonly onLeave: () => void;
}

/** What filling would write, before anything is written; tables out of a ledger, and new ones where there are none. */
export function FillScreen({ session, seen, busy, hidden, onLeave }: FillScreenProps): React.JSX.Element {
  const styles = useStyles();
  const words = useScreenWords();
  const { snapshot } = seen;
  const [choices, setChoices] = useState<FillChoices>(NO_CHOICES);
  const [compiling, setCompiling] = useState(false);
  const given = useMemo(() => ({ seen, choices }), [seen, choices]);
  const { value: preview, isCurrent } = useComputed(given, fillPreview, !hidden, session.report);
  const { value: ledger } = useComputed(snapshot, findLedger, !hidden, session.report);
  const isLate = useDelayed(preview === undefined, 300);
  const select = useCallback((cell: CellRef) => void session.select(cell), [session]);
  const write = (shown: FillPreview): void => {
    void session
      .write({
        name: 'fill',
        patch: (present, _, edition) => patchFor(shown, { snapshot: present, edition }),
        wrote: (receipt) => ({ what: 'fill', numbers: writtenNumbers(shown, receipt) }),
      })
      .then((receipt) => {
        if (receipt) setChoices(afterRefusals(shown.choices, shown, receipt));
        focusHeading();
      });
  };
  if (compiling)
    return (
      <CompilePreview
        session={session}
        snapshot={snapshot}
        busy={busy}
        hidden={hidden}
        onLeave={() => {
          setCompiling(false);
          focusHeading();
        }}
      />
    );
  if (!preview)
    return (
      <Screen hidden={hidden}>
        {isLate && (
          <Skeleton className={styles.skeleton} aria-label={words.fill.preparing}>
            {[60, 90, 100, 80].map((width, index) => (
              <SkeletonItem key={index} style={{ width: `${width}%` }} />
            ))}
          </Skeleton>
        )}
      </Screen>
    );
  const isKnown = preview.result.book !== undefined;
  const cells = cellsWritten(preview);
  const toWrite = cells > 0 || preview.result.plan.inserts.length > 0;
  return (
    <Screen
      hidden={hidden}
      bar={
        toWrite && (
          <ActionBar>
            <Button
              size="small"
              appearance="primary"
              onClick={() => write(preview)}
              disabledFocusable={busy || !isCurrent}
            >
              {words.fill.write(cells)}
            </Button>
            <Button size="small" onClick={onLeave}>
              {words.fixes.dontWrite}
            </Button>
            <Text className={styles.quiet}>{words.fill.undoable}</Text>
          </ActionBar>
        )
      }
    >
      <div className={styles.page}>
        <Subtitle2 as="h1" className={styles.heading}>
          <Heading preview={preview} />
        </Subtitle2>
        {isKnown && <PreviewBody preview={preview} busy={busy} onChoose={setChoices} onSelect={select} />}
        {ledger && <LedgerLine ledger={ledger} busy={busy} onPreview={() => setCompiling(true)} onSelect={select} />}
        {!isKnown && !ledger && <NewTables session={session} busy={busy} />}
      </div>
    </Screen>
  );
}

const fillPreview = ({ seen, choices }: { readonly seen: Seen; readonly choices: FillChoices }): Promise<FillPreview> =>
  previewFill(seen, choices);

/** How things stand, in one sentence. */
function Heading({ preview: { result } }: { readonly preview: FillPreview }): string {
  const words = useScreenWords();
  const said = fillWords(useLanguage());
  if (!result.book) return words.make.nothing;
  const numbers = fillNumbers(result.plan);
  if (Object.values(numbers).some((number) => number > 0)) return words.fill.heading(numbers);
  return result.book.tables.every((table) => table.blank) ? said.nothingTyped : said.nothing;
}

function PreviewBody({
  preview,
  busy,
  onChoose,
  onSelect,
}: {
  readonly preview: FillPreview;
  readonly busy: boolean;
  readonly onChoose: (choices: FillChoices) => void;
  readonly onSelect: (cell: CellRef) => void;
}): React.JSX.Element {
  const { plan } = preview.result;
  return (
    <>
      <Conflicts
        conflicts={plan.conflicts}
        busy={busy}
        onChoose={(conflict, useFormula) => onChoose(chosen(preview.choices, conflict, useFormula))}
        onSelect={onSelect}
      />
      <TableChanges result={preview.result} onSelect={onSelect} />
      <Follows plan={plan} onSelect={onSelect} />
      <LeftOpen plan={plan} onSelect={onSelect} />
    </>
  );
}
