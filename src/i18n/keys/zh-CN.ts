import type { KeyWords } from './words';

export const keysZhCN: KeyWords = {
  heading: '快捷键',
  back: '返回',
  hint: '在窗格里有效；正在用输入法选字时都不起作用。',
  places: { everywhere: '各处', findings: '“审核”的清单', boxes: '写字的框', evidence: '“依据”的各层' },
  uses: {
    list: '看快捷键；再按一次或按Esc关上',
    sheet: '按F6回到工作表',
    next: '到下一处、上一处',
    page: '在“总览”“审核”等名称上换一页，Enter打开',
    back: '从“待填”“依据”退回',
    undo: '撤销窗格里做的上一步；在框里则撤销刚打的字',
    redo: '重做刚撤销的一步（不在框里时）',
    card: '上一条、下一条',
    ends: '第一条、最后一条',
    select: '选中这一条说的单元格',
    inside: '到这一条的按钮上，Esc回来',
    accept: '采纳：改为按钮上写的数',
    explain: '写说明',
    save: '写说明：保存；待填：保存，到下一条',
    leave: '写说明：不写，收起',
    node: '上一行、下一行',
    fold: '展开、收起',
    figure: '选中这个数的单元格，看它的依据',
  },
};
