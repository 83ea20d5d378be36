import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { catalogue } from '../../src/commands/catalogue';
import { editionById } from '../../src/commands/check';
import { drawPrior } from '../../src/commands/sheets/prior';
import { NO_ANSWERS } from '../../src/engine/asked/answers';
import { priorLines, type PriorLine } from '../../src/engine/asked/prior-lines';
import { readPrior } from '../../src/engine/asked/read-prior';
import { NO_REASONS } from '../../src/engine/asked/read-reasons';
import type { ResolvedEdition } from '../../src/engine/edition/resolve';
import { narrate } from '../../src/engine/narrate/narrate';
import { scopeAt, type Members } from '../../src/engine/scope/scope';
import { typed, workbookOf } from '../fixtures/drawn';
import { laws } from '../narrative/laws';
import { inWan, tablesOf, truthOf, twoYears } from './two-years';

let edition: ResolvedEdition;
beforeAll(async () => {
  edition = await editionById('xinjiang-2021');
});

/** What a line of the sheet asks for, by its table, row and column as an officer reads them. */
function scopeOfLine({ table, code, name, column }: PriorLine): Members {
  const declared = edition.declared.tables.find(({ id }) => id === table);
  const block = declared?.blocks.find(({ columns }) => columns.some(({ header }) => header === column));
  const row = block?.rows.find((candidate) => 'label' in candidate && candidate.label === name);
  const ofRow = code === '' ? (row && 'scope' in row ? row.scope : {}) : { functional: code };
  const ofColumn = block?.columns.find(({ header }) => header === column)?.scope ?? {};
  return scopeAt(declared?.scope ?? {}, block?.scope ?? {}, ofRow, ofColumn).at;
}

const RUNS = { numRuns: 30, seed: 2021, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true } as const;

test('the sheet of last year’s figures asks for all that the text compares with, as last year’s tables have it', async () => {
  await fc.assert(
    fc.asyncProperty(twoYears, fc.boolean(), async (years, leavesZerosBlank) => {
      const { source } = await tablesOf(years.now);
      const then = inWan(years.before ?? years.now);
      let sheet = drawPrior(edition.declared, source, [], catalogue());
      const asked = priorLines(edition.declared, source, (code) => catalogue().nameOf(code));
      // A table of which nothing was typed was not answered; in one with some amounts a blank is nothing.
      const some = new Set(asked.filter((line) => !then(scopeOfLine(line)).isZero()).map(({ table }) => table));
      // Where codes of last year are not asked for any more, a blank of another could be one that was forgotten: 0 is typed.
      const isMadeUp = ({ table, column }: PriorLine): boolean => {
        const alike = asked.filter((line) => line.table === table && line.column === column);
        const [codes, others] = [alike.filter(({ code }) => code !== ''), alike.filter(({ code }) => code === '')];
        const sum = codes.reduce((so, line) => so.plus(then(scopeOfLine(line))), new Decimal(0));
        return others.every((line) => !then(scopeOfLine(line)).greaterThan(sum));
      };
      asked.forEach((line, index) => {
        const amount = then(scopeOfLine(line));
        const isClear = line.code === '' || isMadeUp(line);
        if (leavesZerosBlank && amount.isZero() && some.has(line.table) && isClear) return;
        sheet = typed(sheet, index + 2, 4, amount.toFixed());
      });
      const narration = narrate(
        edition,
        source,
        readPrior(workbookOf(sheet), edition),
        { facts: NO_ANSWERS, reasons: NO_REASONS },
        { department: years.now.name, year: 2021, nameOf: (code) => catalogue().nameOf(code, 2021) },
      );
      if (!narration) throw new Error('no text');
      expect(narration.missing.filter(({ what }) => what === 'prior')).toEqual([]);
      expect(Object.values(laws).flatMap((law) => law(narration, truthOf(years)))).toEqual([]);
    }),
    RUNS,
  );
});
