import { Component, createRef } from 'react';

/** A card and where it stood in the window. */
interface Anchor {
  readonly card: HTMLElement;
  readonly id: string;
  readonly top: number;
}

export interface SteadyListProps {
  readonly className: string;
  readonly children: React.ReactNode;
}

/**
 * Keeps what is looked at where it is while cards come and go: the one under the pointer, else the one that has the focus, else the
 * first that is seen. A list that stands at its beginning and that nobody points at stays there. Where a button goes that had the focus,
 * its card has it. A class, since only a class is asked just before the page changes.
 */
export class SteadyList extends Component<SteadyListProps> {
  private readonly root = createRef<HTMLDivElement>();
  private focused: HTMLElement | undefined;

  override getSnapshotBeforeUpdate(): readonly Anchor[] {
    const root = this.root.current;
    const cards = root ? cardsIn(root) : [];
    this.focused = cards.find((card) => card.contains(document.activeElement));
    const scroller = root && scrollerOf(root);
    if (!scroller) return [];
    const held = cards.filter((card) => card.matches(':hover') || card.contains(document.activeElement));
    const { top } = scroller.getBoundingClientRect();
    const seen = scroller.scrollTop > 0 ? cards.filter((card) => card.getBoundingClientRect().bottom > top) : [];
    return [...held, ...seen].map((card) => ({ card, id: idOf(card), top: card.getBoundingClientRect().top }));
  }

  override componentDidUpdate(_props: SteadyListProps, _state: object, anchors: readonly Anchor[]): void {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body) this.focused?.focus({ preventScroll: true });
    const root = this.root.current;
    const scroller = root && scrollerOf(root);
    if (!root || !scroller || anchors.length === 0) return;
    const now = new Map(cardsIn(root).map((card) => [idOf(card), card]));
    const stays = (anchor: Anchor): HTMLElement | undefined =>
      anchor.card.isConnected ? anchor.card : now.get(anchor.id);
    const anchor = anchors.find((one) => stays(one));
    const card = anchor && stays(anchor);
    if (card) scroller.scrollTop += card.getBoundingClientRect().top - anchor.top;
  }

  override render(): React.JSX.Element {
    const { className, children } = this.props;
    return (
      // What the browser does by itself, where it does, would come on top.
      <div ref={this.root} className={className} style={{ overflowAnchor: 'none' }}>
        {children}
      </div>
    );
  }
}

const cardsIn = (root: HTMLElement): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-entry]')];
const idOf = (card: HTMLElement): string => card.dataset['entry'] ?? '';

/** The element that scrolls; undefined where all is seen at once. */
function scrollerOf(element: HTMLElement): HTMLElement | undefined {
  for (let outer = element.parentElement; outer; outer = outer.parentElement) {
    if (outer.scrollHeight > outer.clientHeight && getComputedStyle(outer).overflowY === 'auto') return outer;
  }
  return undefined;
}
