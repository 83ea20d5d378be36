import { Component, createRef } from 'react';

/** A card and where it stood in the window. */
interface Anchor {
  readonly id: string;
  readonly top: number;
}

export interface SteadyListProps {
  readonly className: string;
  readonly children: React.ReactNode;
}

/**
 * Keeps what is looked at where it is while cards come and go: the one under the pointer, else the one that has the focus, else the
 * first that is seen. A list that stands at its beginning and that nobody points at stays there. A class, since only a class is asked
 * just before the page changes.
 */
export class SteadyList extends Component<SteadyListProps> {
  private readonly root = createRef<HTMLDivElement>();

  override getSnapshotBeforeUpdate(): readonly Anchor[] {
    const root = this.root.current;
    const scroller = root && scrollerOf(root);
    if (!root || !scroller) return [];
    const cards = cardsIn(root);
    const held = cards.filter((card) => card.matches(':hover') || card.contains(document.activeElement));
    const { top } = scroller.getBoundingClientRect();
    const seen = scroller.scrollTop > 0 ? cards.filter((card) => card.getBoundingClientRect().bottom > top) : [];
    return [...held, ...seen].map((card) => ({ id: idOf(card), top: card.getBoundingClientRect().top }));
  }

  override componentDidUpdate(_props: SteadyListProps, _state: object, anchors: readonly Anchor[]): void {
    const root = this.root.current;
    const scroller = root && scrollerOf(root);
    if (!root || !scroller || anchors.length === 0) return;
    const now = new Map(cardsIn(root).map((card) => [idOf(card), card]));
    const anchor = anchors.find(({ id }) => now.has(id));
    const card = anchor && now.get(anchor.id);
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
