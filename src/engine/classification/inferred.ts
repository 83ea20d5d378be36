import { plainName } from './names';

/** What items with these endings are called under every 款 that has them. */
const GENERIC_ITEMS: Readonly<Record<string, string>> = {
  '01': '行政运行',
  '02': '一般行政管理事务',
  '03': '机关服务',
  '50': '事业运行',
};

/** 其他人大事务支出 names 人大事务. */
const OTHERS = /^其他(.+?)(支出)?$/;

/**
 * Names of functional codes that no published budget prints and that two sources agree on: generic items (行政运行) of a 款 that is
 * printed today, called so in the older list too; and a 款 whose item of others (其他人大事务支出) says the name that it has in the older
 * list. Wherever a budget prints such a code as well, it has that name (a test compares them all).
 * `printed`: the names that are published; `older`: the list of about 2009.
 */
export function inferredNames(
  printed: ReadonlyMap<string, string>,
  older: readonly (readonly [code: string, name: string])[],
): readonly (readonly [code: string, name: string])[] {
  const sections = new Set([...printed.keys()].map((code) => code.slice(0, 5)));
  return older.filter(([code, name]) => {
    if (code.length === 7) return sections.has(code.slice(0, 5)) && GENERIC_ITEMS[code.slice(5)] === plainName(name);
    const others = code.length === 5 ? printed.get(`${code}99`) : undefined;
    const [, about, ending = ''] = OTHERS.exec(others ?? '') ?? [];
    return about !== undefined && (name === about || name === about + ending);
  });
}
