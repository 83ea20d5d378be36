import type { TextPlace } from '../../commands/mentions';
import { MarkBar } from '../parts/MarkBar';
import { Screen } from '../parts/Screen';
import type { Session } from '../session/session';
import type { Checked, Seen } from '../session/state';
import type { Shown } from '../session/use-shown';
import type { Standing } from '../session/use-standing';
import { AcceptAll } from './AcceptAll';
import { CopyLetter } from './CopyLetter';
import { Findings } from './Findings';
import type { FindingsView } from './use-findings';

export interface FindingsTabProps {
  readonly session: Session;
  readonly checked: Checked;
  readonly seen: Seen;
  readonly standing: Standing;
  readonly shown: Shown;
  readonly view: FindingsView;
  readonly busy: boolean;
  /** To where the text says something. */
  readonly onText: (place: TextPlace) => void;
}

/** The findings, and what is pushed over them: the evidence of a cell, the question whether to accept all suggestions. */
export function FindingsTab(props: FindingsTabProps): React.JSX.Element {
  const { session, checked, seen, standing, view, busy, onText } = props;
  const { entries, counts, reliable, suspects } = standing;
  const { looking, evidence, explaining, confirming } = view;
  // Whoever is writing in a card is not disturbed: what stands there is taken away only by what is certain.
  const isWriting = entries.some(({ id }) => id === explaining.id);
  const list = isWriting ? { report: checked.report, entries } : props.shown;
  const wanted = confirming === undefined || confirming === 'reliable' ? reliable : confirming;
  return (
    <>
      {!view.confirming && (
        <Screen
          hidden={looking !== undefined}
          bar={
            <MarkBar
              removable={standing.removable}
              ticked={standing.ticked}
              entries={entries.length - counts.explained}
              busy={busy}
              reliable={reliable.length}
              onAcceptAll={() => view.confirm('reliable')}
              onMark={() => void session.mark()}
              onTick={() => view.tick('ticking')}
              onRemoveTicks={() => view.tick('unticking')}
              onRemoveMarks={() => void session.removeMarks()}
            >
              <CopyLetter report={checked.report} />
            </MarkBar>
          }
        >
          <Findings
            report={list.report}
            entries={list.entries}
            selected={view.selected}
            onSelect={view.show}
            fixes={checked.fixes}
            busy={busy}
            onAccept={view.accept}
            onAcceptSeveral={view.confirm}
            onEvidence={view.look}
            explainBox={explaining.box}
            onExplain={explaining.open}
            onWithdraw={explaining.withdraw}
          />
        </Screen>
      )}
      {looking && evidence && (
        <evidence.EvidenceScreen
          session={session}
          seen={seen}
          entries={entries}
          fixes={checked.fixes}
          busy={busy}
          at={looking}
          suspects={suspects}
          hidden={false}
          onBack={view.back}
          onText={onText}
        />
      )}
      {view.confirming && (
        <Screen>
          <AcceptAll
            changes={wanted}
            busy={busy}
            onSelect={(cell) => void session.select(cell)}
            onWrite={() => view.acceptAll(wanted)}
            onLeave={view.leave}
          />
        </Screen>
      )}
    </>
  );
}
