import type { CheckName } from '../../engine/edition/edition';

/**
 * What reviewers call the equations that follow from scopes. Written by the role of a table, so every edition that has
 * such tables shares them; the first line that fits wins.
 */
export const checkNames = [
  { id: 'b-san-gong', derived: 'parts', along: 'threePublic', whole: '“三公”经费' },
  { id: 'b-car', derived: 'parts', along: 'threePublic', whole: '公务用车购置及运行费' },
  { id: 'p-funds', derived: 'parts', roles: ['绩效'], along: 'fund' },
  {
    id: 'b-grant-parts',
    derived: 'parts',
    roles: ['收支总', '拨款总'],
    along: 'fund',
    whole: '财政拨款',
    flow: '收入',
  },
  { id: 'b-income-sum', derived: 'parts', roles: ['收支总', '拨款总'], along: 'fund', flow: '收入' },
  { id: 'b-row-funds', derived: 'parts', roles: ['拨款总'], along: 'fund', flow: '支出' },
  { id: 'b-row-sources', derived: 'parts', along: 'fund' },
  { id: 'b-row-person-public', derived: 'parts', along: 'kind', whole: '基本支出' },
  { id: 'b-row-basic-project', derived: 'parts', along: 'kind' },
  { id: 'b-expense-sum', derived: 'parts', roles: ['收支总', '拨款总'], along: 'functional', whole: '' },
  { id: 'b-total', derived: 'parts', along: 'functional', whole: '' },
  { id: 'b-hierarchy', derived: 'parts', along: 'functional' },
  { id: 'b-row-economic', derived: 'parts', roles: ['项目'], along: 'economic', whole: '' },
  { id: 'b-total', derived: 'parts', along: 'economic', whole: '' },
  { id: 'b-hierarchy', derived: 'parts', along: 'economic' },
  { id: 'b-hierarchy', derived: 'parts', along: 'project' },

  { id: 'c-grant-column', derived: 'same', roles: ['拨款总', '收入总'], flow: '收入' },
  { id: 'c-grant-income', derived: 'same', roles: ['拨款总', '收支总'], flow: '收入' },
  { id: 'c-income-source', derived: 'same', roles: ['收支总', '收入总'], along: 'fund' },
  { id: 'c-income-total', derived: 'same', roles: ['收支总', '收入总'] },
  { id: 'c-expense-class', derived: 'same', roles: ['收支总', '支出总'], along: 'functional' },
  { id: 'c-expense-total', derived: 'same', roles: ['收支总', '支出总'] },
  { id: 'c-grant-general', derived: 'same', roles: ['拨款总', '一般'] },
  { id: 'c-grant-fund', derived: 'same', roles: ['拨款总', '基金'] },
  { id: 'c-grant-fund', derived: 'same', roles: ['拨款总', '国资'] },
  { id: 'c-basic', derived: 'same', roles: ['一般', '基本'] },
  { id: 'c-project', derived: 'same', roles: ['一般', '项目'] },
] as const satisfies readonly CheckName[];
