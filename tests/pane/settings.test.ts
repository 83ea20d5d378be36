import { bestEdition, namedEditions } from '../../src/commands/editions';
import { checkSnapshot } from '../../src/commands/check';
import { equationsSheet } from '../../src/commands/equations-sheet';
import { ticksIn } from '../../src/commands/ticks';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { LANGUAGES } from '../../src/i18n/language';
import { settingsWords } from '../../src/i18n/settings/catalogue';
import { NO_CHOICES, patchFor, previewFill } from '../../src/pane/fill/preview';
import { ticking } from '../../src/pane/findings/ticking';
import { listing } from '../../src/pane/overview/listing';
import type { OfficeClient } from '../../src/pane/settings/diagnostics';
import { diagnosticsText, requirementSets } from '../../src/pane/settings/diagnostics';
import { isUpToDate, type Checked } from '../../src/pane/session/state';
import { narrated } from '../../src/pane/text/narrated';
import { sample } from '../fixtures/sample';
import { stateOf } from '../office/model/state';
import type { OpenedSession } from './open-session';
import { openSession, shown, until } from './open-session';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const OTHER = { id: 'shanghai-putuo-2026-unit', name: '上海普陀2026单位版' };
const OWN = { id: 'xinjiang-2021', name: '新疆2021版' };

/** A pane over a workbook that has been checked. */
async function opened(snapshot: Snapshot = sample): Promise<OpenedSession> {
  const open = openSession(snapshot, { excelApi: '1.14' });
  await open.session.check();
  return open;
}

function checkedOf({ session }: OpenedSession): Checked {
  const { checked } = session.state();
  if (!checked) throw new Error('nothing was checked');
  return checked;
}

describe('an edition that was chosen', () => {
  it('is one of those there are, each by its name', async () => {
    expect(await namedEditions()).toEqual([OWN, OTHER]);
  });

  it('is what the workbook is checked against at once, as `budget check --edition` does it; nothing is written', async () => {
    const open = await opened();
    const before = checkedOf(open).report;
    expect(before.edition).toEqual(OWN);
    const workbook = stateOf(open.excel.workbook);
    await open.session.chooseEdition(OTHER);
    const { report, edition } = checkedOf(open);
    expect([report.edition, edition, open.session.state().edition]).toEqual([OTHER, OTHER.id, OTHER]);
    expect(report).toEqual(await checkSnapshot(shown(open), { edition: OTHER.id }));
    expect(report).not.toEqual(before);
    expect(stateOf(open.excel.workbook)).toEqual(workbook);

    await open.session.chooseEdition(undefined);
    expect(checkedOf(open).report).toEqual(before);
    expect([checkedOf(open).edition, open.session.state().edition]).toEqual([undefined, undefined]);
  });

  it('stays the one while somebody goes on working', async () => {
    const open = await opened();
    const end = open.session.watch();
    await open.session.chooseEdition(OTHER);
    const chosen = checkedOf(open);
    open.excel.user.types('表三', 'E9', 1249.62);
    await until(open.session, (state) => state.checked !== chosen && isUpToDate(state));
    const { report, edition, snapshot } = checkedOf(open);
    expect([report.edition, edition]).toEqual([OTHER, OTHER.id]);
    expect(report).toEqual(await checkSnapshot(snapshot, { edition: OTHER.id }));
    expect(report).not.toEqual(chosen.report);

    // What was checked against the other one is not built upon.
    await open.session.chooseEdition(undefined);
    expect(checkedOf(open).report).toEqual(await checkSnapshot(shown(open)));
    end();
  });

  it('is held until Excel takes calls again', async () => {
    const open = await opened();
    open.excel.workbook.inCellEdit = true;
    const choosing = open.session.chooseEdition(OTHER);
    await until(open.session, (state) => state.freshness === 'waiting');
    expect([open.session.state().edition, checkedOf(open).edition]).toEqual([OTHER, undefined]);
    open.excel.workbook.inCellEdit = false;
    await choosing;
    expect(checkedOf(open).report.edition).toEqual(OTHER);
  });

  it('may be one that recognises nothing: that is told, with what each sheet came nearest to', async () => {
    const forms = { ...sample, sheets: sample.sheets.filter(({ name }) => name.startsWith('绩效')) };
    const open = await opened(forms);
    expect(checkedOf(open).report.edition).toEqual(OWN);
    await open.session.chooseEdition(OTHER);
    const { report } = checkedOf(open);
    expect([report.edition, report.tables]).toEqual([undefined, []]);
    expect(report.sheets.map(({ sheet }) => sheet)).toEqual(forms.sheets.map(({ name }) => name));
    expect(open.session.state()).toMatchObject({ freshness: 'fresh', message: undefined, edition: OTHER });
    // What it would be by itself is still known.
    expect(await bestEdition(shown(open))).toEqual(OWN);
  });

  it('is the one for the list of equations, the fill and the text too', async () => {
    const open = await opened();
    await open.session.chooseEdition(OTHER);
    const { snapshot, edition } = checkedOf(open);
    const made = await equationsSheet(snapshot, 'zh-CN', OTHER.id);
    await open.session.write(listing('zh-CN'));
    expect(open.session.state().message).toMatchObject({ wrote: { what: 'equations', equations: made?.equations } });
    expect(made?.equations).not.toBe((await equationsSheet(snapshot, 'zh-CN'))?.equations);

    const preview = await previewFill({ snapshot, edition }, NO_CHOICES);
    expect(preview.result.book?.edition.declared.id).toBe(OTHER.id);
    expect((await narrated({ snapshot, edition })).result.edition?.declared.id).toBe(OTHER.id);
  });

  it('is the one by which figures get their √', async () => {
    const open = await opened();
    const own = await ticksIn(shown(open), checkedOf(open).report);
    await open.session.chooseEdition(OTHER);
    const { snapshot, report } = checkedOf(open);
    const ticks = await ticksIn(snapshot, report);
    expect(ticks).not.toEqual(own);
    await open.session.write(ticking());
    expect(open.session.state().message).toMatchObject({
      wrote: { what: 'tick', ticked: ticks.ticked.length, without: ticks.without },
    });
  });

  it('makes a preview for another one void', async () => {
    const open = await opened();
    const preview = await previewFill(checkedOf(open), NO_CHOICES);
    expect(patchFor(preview, checkedOf(open))).toBe(preview.result.patch);
    await open.session.chooseEdition(OTHER);
    const before = stateOf(open.excel.workbook);
    await open.session.write({
      name: 'fill',
      patch: (snapshot, _, edition) => patchFor(preview, { snapshot, edition }),
      wrote: () => ({ what: 'withdraw' }),
    });
    expect(open.session.state().message).toEqual({ kind: 'preview-outdated', refused: [] });
    expect(stateOf(open.excel.workbook)).toEqual(before);
  });
});

describe('another language', () => {
  const sentences = (open: OpenedSession): readonly string[] =>
    [...checkedOf(open).fixes.values()].flat().map(({ sentence }) => sentence);

  it('is spoken by what is there, without checking again, and by what comes', async () => {
    const open = await opened();
    const before = checkedOf(open);
    const chinese = sentences(open);
    const batches = open.excel.batches.length;
    await open.session.speak('en');
    expect([checkedOf(open).report, open.excel.batches.length]).toEqual([before.report, batches]);
    const english = sentences(open);
    expect(english.length).toBe(chinese.length);
    expect(english.filter((sentence) => chinese.includes(sentence))).toEqual([]);
    await open.session.check();
    expect(sentences(open)).toEqual(english);
    await open.session.mark();
    expect(open.session.state().message).toMatchObject({ kind: 'marked', sheet: 'Findings' });
    await open.session.speak('zh-CN');
    expect(sentences(open)).toEqual(chinese);
  });
});

describe('the diagnostics', () => {
  const client: OfficeClient = {
    diagnostics: { host: 'Excel', platform: 'PC', version: '16.0.17328.20000' },
    requirements: {
      isSetSupported: (name, version) => name === 'ExcelApi' && parseInt(String(version).slice(2), 10) <= 17,
    },
  };

  it('say what runs where, and how many of everything', async () => {
    const open = await opened();
    await open.session.mark();
    await open.session.chooseEdition(OTHER);
    const { report } = checkedOf(open);
    const text = diagnosticsText(open.session.state(), client, 'zh-CN', settingsWords('zh-CN'));
    expect(text).toMatch(/^部门预算审核：\d+\.\d+\.\d+$/m);
    expect(text).toContain('程序：Excel PC 16.0.17328.20000，ExcelApi 1.17\n');
    expect(text).toContain('版式：shanghai-putuo-2026-unit（选定shanghai-putuo-2026-unit）');
    expect(text).toContain(`工作表：${sample.sheets.length + 1}张，其中工具的1张`);
    expect(text).toContain(`勾稽：${report.equations.total}项，相符${report.equations.passed}，`);
    const [first] = report.findings;
    const alike = report.findings.filter(({ rule }) => rule === first?.rule).length;
    expect(text.split('\n').find((line) => line.startsWith('按规则：'))).toMatch(
      new RegExp(`[：，]${first?.rule ?? ''} ${alike}(，|$)`),
    );
    expect(text).toMatch(/^用时：读取\d+毫秒，检查\d+毫秒$/m);
  });

  it.each(LANGUAGES)('hold nothing that the workbook holds: %s', async (language) => {
    const open = await opened();
    const text = diagnosticsText(open.session.state(), client, language, settingsWords(language));
    const held = sample.sheets.flatMap(({ name, rows }) => [
      name,
      ...rows.flatMap(({ cells }) => cells.map(({ value }) => String(value ?? '').trim())),
    ]);
    // Whole numbers are in every count; a single character is in every word.
    const telling = held.filter((content) => content.length > 1 && !/^\d+$/.test(content));
    expect(telling.length).toBeGreaterThan(500);
    expect([...new Set(telling)].filter((content) => text.includes(content))).toEqual([]);
  });

  it('are there before anything was checked, and name the step that was not completed', async () => {
    const open = openSession(sample);
    open.excel.workbook.inCellEdit = true;
    const checking = open.session.check();
    await until(open.session, (state) => state.freshness === 'waiting');
    const text = diagnosticsText(open.session.state(), client, 'zh-CN', settingsWords('zh-CN'));
    expect(text).toContain('还没有检查');
    expect(text).toContain('cell-edit InvalidOperationInCellEditMode');
    open.session.dismiss();
    await checking;
  });

  it('do without what an Office does not say of itself', () => {
    const silent: OfficeClient = { requirements: { isSetSupported: () => false } };
    expect(requirementSets(silent)).toEqual([]);
    expect(settingsWords('zh-CN').line.client(undefined, [])).toBe('程序：没有说明');
  });
});
