import type { Figure } from '../../book/book';
import type { Mistaken, Way } from './way';

/** One of several choices that do not depend on each other, and the ways to make it, the likeliest first. */
export type Choice = readonly Way[];

/**
 * Ways taken apart into choices: where of two exchanges each may be the one or the other pair, four ways are two choices
 * of two. What all ways have in common is a choice of one.
 */
export function choicesIn(ways: readonly Way[]): readonly Choice[] {
  if (ways.every(({ mistakes }) => mistakes.length === 1)) return [ways];
  const figures = [
    ...new Set(ways.flatMap((way) => way.mistakes.flatMap((mistake) => mistake.repairs.map(({ figure }) => figure)))),
  ];
  let blocks = togetherIn(ways, figures);
  for (let merged = true; merged;) {
    merged = false;
    for (let a = 0; a < blocks.length && !merged; a++) {
      for (let b = a + 1; b < blocks.length && !merged; b++) {
        const [one, other] = [blocks[a] ?? [], blocks[b] ?? []];
        const both = [...one, ...other];
        if (countOf(ways, both) === countOf(ways, one) * countOf(ways, other)) continue;
        blocks = [...blocks.filter((_, index) => index !== a && index !== b), both];
        merged = true;
      }
    }
  }
  const product = blocks.reduce((count, block) => count * countOf(ways, block), 1);
  return (product === ways.length ? blocks : [figures]).map((block) => choiceOf(ways, new Set(block)));
}

/** Figures that one mistake concerns belong together. */
function togetherIn(ways: readonly Way[], figures: readonly Figure[]): readonly (readonly Figure[])[] {
  let blocks: readonly (readonly Figure[])[] = figures.map((figure) => [figure]);
  for (const { repairs } of ways.flatMap(({ mistakes }) => mistakes)) {
    if (repairs.length < 2) continue;
    const own = new Set(repairs.map(({ figure }) => figure));
    const touched = blocks.filter((block) => block.some((figure) => own.has(figure)));
    if (touched.length > 1) blocks = [...blocks.filter((block) => !touched.includes(block)), touched.flat()];
  }
  return blocks;
}

/** How many different things the ways do to some figures. */
function countOf(ways: readonly Way[], figures: readonly Figure[]): number {
  return new Set(ways.map((way) => contentOf(mistakesOn(way, new Set(figures))))).size;
}

function choiceOf(ways: readonly Way[], figures: ReadonlySet<Figure>): Choice {
  const byContent = new Map<string, Way>();
  for (const way of ways) {
    const mistakes = mistakesOn(way, figures);
    const content = contentOf(mistakes);
    byContent.set(content, { mistakes, share: (byContent.get(content)?.share ?? 0) + way.share });
  }
  return [...byContent.values()].sort((a, b) => b.share - a.share);
}

const mistakesOn = ({ mistakes }: Way, figures: ReadonlySet<Figure>): readonly Mistaken[] =>
  mistakes.filter(({ repairs }) => repairs.some(({ figure }) => figures.has(figure)));

const contentOf = (mistakes: readonly Mistaken[]): string =>
  mistakes
    .flatMap(({ repairs }) =>
      repairs.map(
        ({ figure, value }) => `${figure.cell.sheet}!${figure.cell.row}!${figure.cell.column}=${value.toString()}`,
      ),
    )
    .sort()
    .join();
