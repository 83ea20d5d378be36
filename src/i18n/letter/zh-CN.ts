import type { LetterPart, LetterWords } from './words';

const ORDINALS = ['一', '二'];
const PARTS: Readonly<Record<LetterPart, string>> = { error: '需要修改的错误', warning: '需要核实的问题' };
const said = (counts: readonly (string | undefined)[]): string =>
  counts.filter((count) => count !== undefined).join('、');

export const letterZhCN: LetterWords = {
  title: (department = '', year) => `${department}${year === undefined ? '' : `${year}年`}部门预算审核意见`,
  opening: (errors, warnings) => {
    const counts = said([errors > 0 ? `${errors}处错误` : undefined, warnings > 0 ? `${warnings}处需核实` : undefined]);
    return errors > 0
      ? `经核对，报送的预算表有${counts}。请逐条修改后重新报送；确有原因不改的，请书面说明。`
      : `经核对，报送的预算表没有错误，有${counts}。请逐条核实；确有原因不改的，请书面说明。`;
  },
  agrees: '经核对，报送的预算表没有发现需要修改或核实的问题。',
  heading: (nth, part, count) => `${ORDINALS[nth] ?? ''}、${PARTS[part]}（${count}处）`,
  item: (nth, place, sentence) => `${nth}. ${place === '' ? '' : `【${place}】`}${sentence}`,
  follows: (places, of) => `改好后，以下${of}处随之相符：${places.join('、')}${of > places.length ? '等' : ''}。`,
  unchecked: (count, reasons) => `另有${count}项没有检查：${reasons.join('；')}。`,
  leftOut: (notes, explained) =>
    `另有${said([notes > 0 ? `${notes}处提示` : undefined, explained > 0 ? `${explained}处已作说明的问题` : undefined])}，没有列出。`,
  copy: {
    button: '复制退回意见',
    copied: '退回意见已复制，可直接粘贴到邮件或公文里。',
    blocked: '这里不能直接复制。文字已选中，请按Ctrl+C。',
    label: '退回意见',
  },
};
