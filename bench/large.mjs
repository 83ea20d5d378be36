const CLASSES =
  '201 一般公共服务支出,204 公共安全支出,205 教育支出,206 科学技术支出,207 文化旅游体育与传媒支出,208 社会保障和就业支出,210 卫生健康支出,211 节能环保支出,212 城乡社区支出,213 农林水支出,214 交通运输支出,215 资源勘探工业信息等支出,216 商业服务业等支出,217 金融支出,219 援助其他地区支出,220 自然资源海洋气象等支出,221 住房保障支出,222 粮油物资储备支出,223 国有资本经营预算支出,224 灾害防治及应急管理支出,229 其他支出'
    .split(',')
    .map((line) => ({ code: line.slice(0, 3), name: line.slice(4) }));

const ITEMS_A_SECTION = 20;

/** No cell. */
const _ = undefined;

const two = (n) => String(n).padStart(2, '0');
const yuan = (cents) => (cents === 0 ? undefined : cents / 100);

const CODED = { 表二: 4, 表三: 4, 表五: 4, 表七: 5, 表九: 4 };
const DERIVED = ['表一', '表四'];

/** The same reduced to its lowest rows, as people type it: no class or section rows, no totals, nothing that follows from other tables. */
export function reducedWorkbook(rows) {
  return largeWorkbook(rows).map((sheet) => ({
    ...sheet,
    rows: sheet.rows.flatMap((cells) => {
      const isRow = sheet.name in CODED && /^\d{3}$/.test(cells[0] ?? '');
      // 表三 says what the sections are called; no catalogue does.
      const isAbove = isRow && cells[2] === undefined;
      if (isAbove && sheet.name !== '表三') return [];
      const isDerived = isAbove || DERIVED.includes(sheet.name) || cells.includes('合计');
      return [
        cells.map((cell, c) => (typeof cell === 'number' && (isDerived || c === CODED[sheet.name]) ? undefined : cell)),
      ];
    }),
  }));
}

/** A workbook of the Xinjiang edition without errors, whose tree tables have about so many rows each. */
export function largeWorkbook(rows) {
  const tree = treeOf(rows);
  const total = tree[0];
  const name = '云州市财政局';
  const heading = (number, title, width) => {
    const line = Array.from({ length: width });
    line[0] = `编制部门：${name}`;
    line[width - 1] = '单位：万元';
    return [[`${number}：`], [title], line];
  };
  const codes = (code) => [
    code.slice(0, 3),
    code.length > 3 ? code.slice(3, 5) : undefined,
    code.length > 5 ? code.slice(5) : undefined,
  ];
  const blank = (n) => Array.from({ length: n });
  const classes = tree.filter(({ code }) => code.length === 3);
  const byFunction = (number, title, under) => ({
    name: number,
    merges: ['A2:G2', 'A4:D4', 'E4:G4', 'A5:C5', 'D5:D6', 'E5:E6', 'F5:F6', 'G5:G6'],
    rows: [
      ...heading(number, title, 7),
      ['项目', _, _, _, under],
      ['功能分类科目编码', _, _, '功能分类科目名称', '合计', '基本支出', '项目支出'],
      ['类', '款', '项'],
      ...tree
        .slice(1)
        .map((node) => [
          ...codes(node.code),
          node.name,
          yuan(node.basic + node.project),
          yuan(node.basic),
          yuan(node.project),
        ]),
      [_, _, _, '合计', yuan(total.basic + total.project), yuan(total.basic), yuan(total.project)],
    ],
  });
  const all = total.basic + total.project;
  const sums = classes.map((node) => [`${node.code} ${node.name}`, yuan(node.basic + node.project)]);
  return [
    {
      name: '表一',
      merges: ['A2:D2', 'A4:B4', 'C4:D4'],
      rows: [
        ...heading('表一', '部门收支总体情况表', 4),
        ['收入', _, '支出'],
        ['项目', '预算数', '功能分类', '预算数'],
        ...Array.from({ length: Math.max(4, sums.length) }, (_row, i) => {
          const label = ['财政拨款（补助）', '一般公共预算', '政府性基金预算', '国有资本经营预算'][i];
          return [label, i < 2 ? yuan(all) : undefined, ...(sums[i] ?? [])];
        }),
        ['收入总计', yuan(all), '支出总计', yuan(all)],
      ],
    },
    {
      name: '表二',
      merges: ['A4:C4', ...[...'DEFGHIJ'].map((letter) => `${letter}4:${letter}5`)],
      rows: [
        ...heading('表二', '部门收入总体情况表', 10),
        [
          '功能分类科目编码',
          _,
          _,
          '功能分类科目名称',
          '总计',
          '一般公共预算拨款',
          '政府性基金预算拨款',
          '财政专户（教育收费）',
          '事业收入',
          '事业单位经营收入',
          '单位其他资金收入',
        ],
        ['类', '款', '项'],
        ...tree
          .slice(1)
          .map((node) => [
            ...codes(node.code),
            node.name,
            yuan(node.basic + node.project),
            yuan(node.basic + node.project),
          ]),
        [_, _, _, '合计', yuan(all), yuan(all)],
      ],
    },
    byFunction('表三', '部门支出总体情况表', '支出预算'),
    {
      name: '表四',
      merges: ['A4:B4', 'C4:G4'],
      rows: [
        ...heading('表四', '财政拨款收支预算总体情况表', 7),
        ['财政拨款收入', _, '财政拨款支出'],
        ['项目', '合计', '功能分类', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'],
        ...Array.from({ length: Math.max(4, sums.length) }, (_row, i) => {
          const label = ['一、财政拨款（补助）', '一般公共预算', '政府性基金预算', '国有资本经营预算'][i];
          const own = sums[i];
          return [label, i < 2 ? yuan(all) : undefined, ...(own ? [...own, own[1]] : [])];
        }),
        ['收入总计', yuan(all), '支出总计', yuan(all), yuan(all)],
      ],
    },
    byFunction('表五', '一般公共预算支出情况表', '一般公共预算支出'),
    {
      name: '表六',
      merges: ['A4:C4', 'D4:F4', 'A5:B5', 'C5:C6', 'D5:D6', 'E5:E6', 'F5:F6'],
      rows: [
        ...heading('表六', '一般公共预算基本支出情况表', 6),
        ['项目', _, _, '一般公共预算基本支出'],
        ['经济分类科目编码', _, '经济分类科目名称', '合计', '人员经费', '公用经费'],
        ['类', '款'],
        ['301', '01', '基本工资', yuan(total.basic), yuan(total.basic)],
        [_, _, '合计', yuan(total.basic), yuan(total.basic)],
      ],
    },
    {
      name: '表七',
      merges: ['A4:C4', ...[...'DEFGHIJKLMNOP'].map((letter) => `${letter}4:${letter}5`)],
      rows: [
        ...heading('表七', '一般公共预算项目支出情况表', 16),
        [
          '科目编码',
          _,
          _,
          '科目',
          '项目名称',
          '项目支出合计',
          '工资福利支出',
          '商品和服务支出',
          '对个人和家庭的补助',
          '债务利息及费用支出',
          '资本性支出（基本建设）',
          '资本性支出',
          '对企业补助（基本建设）',
          '对企业补助',
          '对社会保障基金补助',
          '其他支出',
        ],
        ['类', '款', '项'],
        ...tree
          .slice(1)
          .map((node, i) => [
            ...codes(node.code),
            node.name,
            node.code.length === 7 ? `第${i}号专项` : undefined,
            yuan(node.project),
            undefined,
            yuan(node.project),
          ]),
        [...blank(4), '合计', yuan(total.project), undefined, yuan(total.project)],
      ],
    },
    {
      name: '表八',
      merges: ['A4:A5', 'B4:B5', 'C4:E4', 'F4:F5'],
      rows: [
        ...heading('表八', '一般公共预算“三公”经费支出情况表', 6),
        ['合计', '因公出国（境）费', '公务用车购置及运行费', _, _, '公务接待费'],
        [_, _, '合计', '公务用车购置费', '公务用车运行费'],
        [`备注：${name}没有安排“三公”经费支出，本表为空表。`],
      ],
    },
    {
      name: '表九',
      merges: ['A4:D4', 'E4:G4', 'A5:C5', 'D5:D6', 'E5:E6', 'F5:F6', 'G5:G6'],
      rows: [
        ...heading('表九', '政府性基金预算支出情况表', 7),
        ['项目', _, _, _, '政府性基金预算支出'],
        ['功能分类科目编码', _, _, '功能分类科目名称', '合计', '基本支出', '项目支出'],
        ['类', '款', '项'],
        [_, _, _, '合计'],
        [`备注：${name}没有安排政府性基金预算，本表为空表。`],
      ],
    },
  ];
}

/** The whole, then 类, 款 and 项 in order, with sums in hundredths. About so many rows. */
function treeOf(rows) {
  const whole = { code: '', name: '', basic: 0, project: 0 };
  const nodes = [whole];
  for (const { code, name } of CLASSES) {
    if (nodes.length >= rows) break;
    const top = { code, name, basic: 0, project: 0 };
    nodes.push(top);
    for (let k = 1; k <= 99 && nodes.length < rows; k++) {
      const section = { code: `${code}${two(k)}`, name: `第${k}类事务`, basic: 0, project: 0 };
      nodes.push(section);
      for (let i = 1; i <= ITEMS_A_SECTION; i++) {
        const basic = ((k * 7919 + i * 104729) % 900_000) + 100;
        const project = ((k * 15_485_863 + i * 32_452_843) % 700_000) + 100;
        nodes.push({ code: `${section.code}${two(i)}`, name: `第${k}类事务第${i}项`, basic, project });
        for (const above of [section, top, whole]) {
          above.basic += basic;
          above.project += project;
        }
      }
    }
  }
  return nodes;
}
