import { describeInBrowser, openPane, skipped, thePane } from './open-pane';

/** Runs in the page: must refer to nothing outside itself. */
function press(name: string): Promise<readonly string[]> {
  const page = window as unknown as {
    readonly __commands: Readonly<Record<string, (event: { completed(): void }) => void>>;
    readonly __said: readonly string[];
  };
  return new Promise((resolve) => page.__commands[name]?.({ completed: () => resolve(page.__said) }));
}

/** The tests of the page that carries out what buttons of the ribbon do at once. */
export function ribbonTests(): void {
  describeInBrowser(`the commands of the ribbon, in a browser${skipped}`, () => {
    it('mark and list without the pane, say what there is to say, and come to an end', async () => {
      const { page, workbook, complaints, requests } = await openPane({ file: 'commands.html' });
      await page.waitForFunction(() => Object.keys(Reflect.get(window, '__commands') as object).length === 4);
      expect(await page.evaluate(press, 'mark')).toEqual([]);
      expect(workbook.active.name).toBe('审核结果');
      expect(await page.evaluate(press, 'removeMarks')).toEqual([]);
      expect(workbook.sheet('审核结果')).toBeUndefined();
      const [said = ''] = await page.evaluate(press, 'removeMarks');
      expect(complaints).toEqual([]);
      expect(requests.filter((url) => !url.startsWith(thePane().server.origin) && !url.startsWith('data:'))).toEqual(
        [],
      );
      await page.goto(said);
      expect(await page.getByRole('alert').innerText()).toBe('没有标记，也没有本工具生成的清单，不用清除。');
    });
  });
}
