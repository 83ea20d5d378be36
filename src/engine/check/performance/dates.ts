import { statedYear, type Check } from '../check';
import { placeInForm } from '../look';
import { makeFinding } from '../make-finding';
import { datesIn, indicatorsOfKind } from './forms';

export const dates: Check = {
  id: 'p-dates',
  severity: 'error',
  describes:
    '时效指标的起止日期应在本年度。例：2021年的项目写着“2020年1月1日”，多半是沿用上年的表没有改。改为本年度的日期；跨年项目请核实。',
  run(context) {
    const year = statedYear(context);
    if (year === undefined) return [];
    return context.book.forms.flatMap((form) => {
      const said = indicatorsOfKind(form, form.declared.indicators.timeliness).flatMap((indicator) => [
        ...datesIn(indicator.level3).map((date) => ({ ...date, cell: indicator.level3Cell })),
        ...datesIn(indicator.value).map((date) => ({ ...date, cell: indicator.valueCell })),
      ]);
      const outside = said.filter((date) => date.year !== year);
      const [first] = outside;
      if (!first) return [];
      const across = outside.length < said.length;
      const [field = ''] = form.declared.indicators.timeliness;
      return [
        makeFinding({
          rule: 'p-dates',
          severity: across ? 'warning' : 'error',
          facts: {
            code: 'form-dates',
            place: placeInForm(form, first.cell, field),
            dates: [...new Set(outside.map(({ text }) => text))],
            year,
            across,
          },
          cells: outside.map(({ cell }) => cell),
          about: [form.declared.id, form.subject?.text ?? ''],
          table: form.declared.id,
          sheet: form.frame.sheet,
        }),
      ];
    });
  },
};
