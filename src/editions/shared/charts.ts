import type { DeclaredChart } from '../../engine/edition/edition';

/** Where the money comes from and what it is for: what every edition's readers ask first. */
export const charts = [
  { title: '收入预算（按来源）', scope: { flow: '收入' }, along: 'fund' },
  { title: '支出预算（按功能分类的类）', scope: { flow: '支出' }, along: 'functional', level: '类' },
] as const satisfies readonly DeclaredChart[];
