import { Menu, MenuItem, MenuList, MenuPopover, type PositioningProps } from '@fluentui/react-components';
import type { Entry } from '../../commands/entries';
import { useWords } from '../app/words-context';

/** For which card the menu is open, and at what. */
export interface MenuAt {
  readonly entry: Entry;
  readonly target: NonNullable<PositioningProps['target']>;
  /** What gets the focus back. */
  readonly opener: HTMLElement;
}

export interface CardMenuProps {
  readonly at: MenuAt;
  /** The table that it counts for, where it is one that may be looked at alone. */
  readonly table: string | undefined;
  /** That table alone is looked at. */
  readonly isAlone: boolean;
  /** Cells that would be written if all of its kind were accepted. */
  readonly alike: number;
  readonly busy: boolean;
  readonly onCopy: () => void;
  readonly onAcceptAlike: () => void;
  readonly onTable: () => void;
  readonly onClose: () => void;
}

/** What can be done with a card besides: one menu for all of them, where it was asked for. */
export function CardMenu(props: CardMenuProps): React.JSX.Element {
  const { at, table, isAlone, alike, busy, onCopy, onAcceptAlike, onTable, onClose } = props;
  const words = useWords().findings.menu;
  return (
    <Menu
      open
      inline
      positioning={{ target: at.target, position: 'below', align: 'start' }}
      onOpenChange={(_, { open }) => {
        if (open) return;
        onClose();
        setTimeout(() => {
          const { activeElement } = document;
          if (!activeElement || activeElement === document.body) at.opener.focus({ preventScroll: true });
        });
      }}
    >
      <MenuPopover>
        <MenuList aria-label={words.open}>
          <MenuItem onClick={onCopy}>{words.copy}</MenuItem>
          <MenuItem onClick={onAcceptAlike} disabled={busy || alike === 0}>
            {words.acceptAlike(alike)}
          </MenuItem>
          {(table !== undefined || isAlone) && (
            <MenuItem onClick={onTable}>{isAlone ? words.allTables : words.onlyTable(table ?? '')}</MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
