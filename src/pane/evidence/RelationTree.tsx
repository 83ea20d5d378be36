import {
  makeStyles,
  tokens,
  Tree,
  TreeItem,
  TreeItemLayout,
  treeItemLayoutClassNames,
} from '@fluentui/react-components';
import type { TreeOpenChangeData } from '@fluentui/react-components';
import { createContext, useContext, useMemo, useState } from 'react';
import type { Evidence } from '../../commands/evidence';
import type { Figure } from '../../engine/book/book';
import { placeOf } from '../../engine/finding/quote';
import { addressOf, cellKey } from '../../engine/snapshot/address';
import { evidenceWords } from '../../i18n/evidence/catalogue';
import { placesEn, placesZhCN } from '../../i18n/words/places';
import { useLanguage } from '../app/words-context';
import { groupsUnder, type FigureNode, type GroupNode } from './tree';
import { amountOf } from './words';

const useStyles = makeStyles({
  main: { minWidth: 0, flex: '1 1 auto' },
  row: {
    display: 'flex',
    columnGap: '8px',
    alignItems: 'baseline',
    minWidth: 0,
    minHeight: '24px',
    '@media (max-width: 300px)': { flexWrap: 'wrap' },
  },
  // Long names lose their end, never the amount or the address.
  name: { flex: '1 1 auto', minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  amount: { flex: 'none', fontVariantNumeric: 'tabular-nums', textAlign: 'right' },
  address: { flex: 'none', color: tokens.colorBrandForegroundLink, fontVariantNumeric: 'tabular-nums' },
  marked: { flex: 'none', color: tokens.colorStatusDangerForeground3 },
  quiet: { flex: 'none', color: tokens.colorNeutralForeground3 },
});

/** What every node needs to draw itself. */
interface Shown {
  readonly evidence: Evidence;
  readonly suspects: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
  readonly choose: (figure: Figure) => void;
}

const ShownContext = createContext<Shown | undefined>(undefined);

export interface RelationTreeProps {
  readonly evidence: Evidence;
  readonly figure: Figure;
  /** Cells that are suspected, by their keys. */
  readonly suspects: ReadonlySet<string>;
  readonly onChoose: (figure: Figure) => void;
}

/** What a figure is made of, where the same stands, what it is used in: arrows walk, Enter goes to a figure. */
export function RelationTree({ evidence, figure, suspects, onChoose }: RelationTreeProps): React.JSX.Element {
  const words = evidenceWords(useLanguage());
  const root = cellKey(figure.cell);
  const groups = useMemo(() => groupsUnder(evidence, figure, root, new Set([root])), [evidence, figure, root]);
  // What is made of few, and what fails, is seen at once.
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(groups.filter(({ kind, failed }) => kind === 'parts' || failed > 0).map(({ id }) => id)),
  );
  const shown = useMemo(() => ({ evidence, suspects, open, choose: onChoose }), [evidence, suspects, open, onChoose]);
  return (
    <ShownContext.Provider value={shown}>
      <Tree
        size="small"
        aria-label={words.tree}
        openItems={open}
        onOpenChange={(_, data: TreeOpenChangeData) => {
          // Enter and a click go to the cell of a figure; arrows and the sign in front open it.
          const isChosen = data.type === 'Enter' || data.type === 'Click';
          if (!isChosen || groupOf(String(data.value))) setOpen(new Set([...data.openItems].map(String)));
        }}
      >
        {groups.map((group) => (
          <GroupItem key={group.id} group={group} path={[root]} />
        ))}
      </Tree>
    </ShownContext.Provider>
  );
}

const groupOf = (id: string): boolean => /\/(?:parts|same|whole|rule)$/.test(id);

function useShown(): Shown {
  const shown = useContext(ShownContext);
  if (!shown) throw new Error('a node outside of the tree');
  return shown;
}

function GroupItem({
  group,
  path,
}: {
  readonly group: GroupNode;
  readonly path: readonly string[];
}): React.JSX.Element {
  const styles = useStyles();
  const words = evidenceWords(useLanguage());
  const { open } = useShown();
  return (
    <TreeItem itemType="branch" value={group.id}>
      <TreeItemLayout main={{ className: styles.main }}>
        <span className={styles.row}>
          {words.groups[group.kind](group.figures.length)}
          {group.failed > 0 && <span className={styles.marked}>{words.failed(group.failed)}</span>}
        </span>
      </TreeItemLayout>
      {open.has(group.id) && (
        <Tree>
          {group.figures.map((node) => (
            <FigureItem key={node.id} node={node} path={path} />
          ))}
        </Tree>
      )}
    </TreeItem>
  );
}

function FigureItem({
  node,
  path,
}: {
  readonly node: FigureNode;
  readonly path: readonly string[];
}): React.JSX.Element {
  const styles = useStyles();
  const language = useLanguage();
  const words = evidenceWords(language);
  const { evidence, suspects, open, choose } = useShown();
  const { figure, isAbove, id } = node;
  const key = cellKey(figure.cell);
  const isOpen = open.has(id);
  const groups = isAbove || !isOpen ? [] : groupsUnder(evidence, figure, id, new Set([...path, key]));
  const isLeaf = isAbove || evidence.relationsOf(figure).length === 0;
  const name = (language === 'en' ? placesEn : placesZhCN).place(placeOf(figure));
  return (
    <TreeItem
      itemType={isLeaf ? 'leaf' : 'branch'}
      value={id}
      onClick={(event) => {
        event.stopPropagation();
        // The sign in front opens it, and goes nowhere.
        const isSign =
          event.target instanceof Element && event.target.closest(`.${treeItemLayoutClassNames.expandIcon}`);
        if (!isSign) choose(figure);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        choose(figure);
      }}
    >
      <TreeItemLayout main={{ className: styles.main }}>
        <span className={styles.row} title={name}>
          <span className={styles.amount}>{amountOf(figure, words)}</span>
          <span className={styles.name}>{name}</span>
          {suspects.has(key) && <span className={styles.marked}>{words.suspect}</span>}
          {isAbove && <span className={styles.quiet}>{words.above}</span>}
          <span className={styles.address}>{addressOf(figure.cell)}</span>
        </span>
      </TreeItemLayout>
      {groups.length > 0 && (
        <Tree>
          {groups.map((group) => (
            <GroupItem key={group.id} group={group} path={[...path, key]} />
          ))}
        </Tree>
      )}
    </TreeItem>
  );
}
