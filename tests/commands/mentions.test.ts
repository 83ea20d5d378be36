import { evidenceOf } from '../../src/commands/evidence';
import { mentionsIn, type Mention } from '../../src/commands/mentions';
import { narrateWorkbook } from '../../src/commands/narrate';
import { figuresOf, type Figure } from '../../src/engine/book/book';
import { cellKey, parseA1 } from '../../src/engine/snapshot/address';
import { mended } from '../fixtures/sample';
import { sheet, workbook } from '../fixtures/sheet';

async function figureAt(address: string): Promise<Figure> {
  const [name = '', cell = ''] = address.split('!');
  const evidence = await evidenceOf(mended);
  const figure = evidence?.figureAt({ sheet: name, ...(parseA1(cell) as { row: number; column: number }) });
  if (!figure) throw new Error(`no figure in ${address}`);
  return figure;
}

const said = ({ pieces }: Mention): string => pieces.map(({ text }) => text).join('');

describe('where the text speaks of a figure', () => {
  test('whole sentences under their headings, with the amount set off', async () => {
    const figure = await figureAt('表三!E7');
    const mentions = (await mentionsIn(mended))(figure);
    expect(mentions.length).toBeGreaterThan(0);
    for (const mention of mentions) {
      expect(mention.section).not.toBe('');
      expect(said(mention)).toMatch(/^[^。]+。?$/);
      expect(mention.pieces.some(({ isFigure }) => isFigure)).toBe(true);
    }
    expect(
      mentions.flatMap(({ pieces }) => pieces.filter(({ isFigure }) => isFigure).map(({ text }) => text)),
    ).toContain(figure.value?.toFixed(2));
  });

  test('the same scope in two tables is spoken of in the same sentences', async () => {
    const of = await mentionsIn(mended);
    const relations = (await evidenceOf(mended))!.relationsOf(await figureAt('表三!E7'));
    const same = relations.filter(({ kind, equation }) => kind === 'same' && equation.because.kind === 'same');
    expect(same.length).toBeGreaterThan(0);
    const own = of(await figureAt('表三!E7')).map(said);
    for (const { figures } of same) {
      for (const figure of figures.filter(({ scope }) => scope.key === relations[0]?.equation.left[0]?.scope.key))
        expect(of(figure).map(said)).toEqual(own);
    }
  });

  test('every figure of the text is found from each of its cells', async () => {
    const { narration, book } = await narrateWorkbook(mended);
    const of = await mentionsIn(mended);
    const figures = new Map([...figuresOf(book!)].map((figure) => [cellKey(figure.cell), figure]));
    let looked = 0;
    for (const { paragraphs } of [...narration!.facts, ...narration!.sections, ...narration!.glossary]) {
      for (const span of paragraphs.flatMap(({ spans }) => spans)) {
        for (const cell of span.kind === 'figure' ? span.cells : []) {
          const figure = cell.prior ? undefined : figures.get(cellKey(cell));
          if (!figure) continue;
          looked++;
          const setOff = of(figure).flatMap(({ pieces }) => pieces.filter(({ isFigure }) => isFigure));
          expect(setOff.map(({ text }) => text)).toContain(span.text);
        }
      }
    }
    expect(looked).toBeGreaterThan(50);
  });

  test('nowhere: a workbook that is no budget', async () => {
    const figure = await figureAt('表三!E7');
    expect((await mentionsIn(workbook([sheet('备忘', [], [[1, '开会']])])))(figure)).toEqual([]);
  });
});
