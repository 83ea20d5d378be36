import { tickedZhCN } from '../words/ticks';
import type { CliWords } from './words';
import { tablesZhCN } from '../words/tables-found';

const OPTIONS_CHECK = `  --format 格式        text（默认）、json，或letter：可以发回的审核意见
  --edition 版式       指定版式，如xinjiang-2021；不写则自动识别
  --all                提示也逐条列出
  --quiet              只列有错误的文件，每个一行
  -o 报告.xlsx         另把全部问题写成一张工作表`;

export const cliZhCN: CliWords = {
  help: {
    general: `用法：budget 命令 文件… [选项]

命令
  new       生成空白的标准工作簿：九张表、台账、要填的各表
  compile   由台账生成九张表和绩效目标表
  fill      填合计、上级科目和表间的数，写成公式
  check     检查预算表的勾稽关系，列出不符之处
  annotate  把检查结果标到单元格里，或清除标记
  fix       按建议改正能确定的数，其余标出来
  narrate   由表写成整份公开文件：封面、目录、各表、情况说明、名词解释

选项
  --lang zh|en   提示语言，默认zh
  --help         显示说明；budget check --help显示该命令的说明
  --version      显示版本

退出码：0没有错误，1有错误，2有文件无法使用或没有认出预算表`,
    check: `用法：budget check 文件.xlsx… [选项]
检查一个或多个工作簿，不改动文件。

${OPTIONS_CHECK}
  --overwrite          已有的输出文件里有人填过、新的里没有的，照样覆盖；不写则不覆盖
  --lang zh|en         提示语言，默认zh

退出码：0没有错误，1有错误，2有文件无法使用或没有认出预算表`,
    annotate: `用法：budget annotate 文件.xlsx -o 输出.xlsx [选项]
把检查结果标到单元格里，附批注和“审核结果”工作表；原文件不动，原有格式和批注不动。

  -o 输出.xlsx         写到这个文件，不能与输入相同
  --equations          另加“勾稽表”工作表：全部勾稽，两边是公式
  --ticks              给勾稽相符的数加√（图标，数和格式不动）
  --remove             清除全部标记，√也清除
  --edition 版式       指定版式；不写则自动识别
  --overwrite          已有的输出文件里有人填过、新的里没有的，照样覆盖；不写则不覆盖
  --lang zh|en         提示语言，默认zh

退出码：0没有错误，1有错误，2文件无法使用或没有认出预算表`,
    fix: `用法：budget fix 文件.xlsx -o 输出.xlsx [选项]
按建议改正能确定的数，逐条列在“修改记录”工作表，其余问题标在表里；公式不改，原文件不动。

  -o 输出.xlsx         写到这个文件，不能与输入相同
  --only 原因,…        只改这些原因的，如typing,omission或笔误,漏填
  --min-confidence p   可信度至少p（0到1），默认0.9
  --dry-run            只列出要改什么，不写文件，不用写-o
  --edition 版式       指定版式；不写则自动识别
  --overwrite          已有的输出文件里有人填过、新的里没有的，照样覆盖；不写则不覆盖
  --lang zh|en         提示语言，默认zh

原因：typing笔误、sign正负号、rounding尾差、omission漏填、misplaced错位、swapped互换、unit单位、basis口径、arithmetic计算

退出码：0改后没有错误，1改后还有错误，2文件无法使用或没有认出预算表`,
    new: `用法：budget new --department 部门 --year 年 -o 输出.xlsx [选项]
生成空白的标准工作簿：台账、单位情况、上年数、增减原因，以及按版式排好的各张预算表。

  --department 部门    部门全称
  --year 年            预算年度，如2021
  -o 输出.xlsx         写到这个文件
  --edition 版式       能新建的只有xinjiang-2021，不写就是它
  --overwrite          已有的输出文件里有人填过、新的里没有的，照样覆盖；不写则不覆盖
  --lang zh|en         提示语言，默认zh

退出码：0已写入，2没有写入`,
    compile: `用法：budget compile 台账.xlsx -o 输出.xlsx [选项]
由台账生成各张预算表和每个项目的绩效目标表，合计、上级科目和跨表的数写成公式；原文件不动。
台账的列名、列的顺序不限，金额可以是万元或元；没有台账的，按文件里的预算表（别的版式、只列末级科目的也可以）编制。
填错的行逐条列出，其余照编。

  -o 输出.xlsx         写到这个文件，不能与输入相同
  --values             写数值，不写公式
  --department 部门    部门全称；不写则用“单位情况”或台账上的
  --year 年            预算年度；不写则用“单位情况”或台账上的
  --edition 版式       能编制的只有xinjiang-2021，不写就是它
  --overwrite          已有的输出文件里有人填过、新的里没有的，照样覆盖；不写则不覆盖
  --lang zh|en         提示语言，默认zh

退出码：0没有错误，1有行没有编入或表中有错误，2文件无法使用或没有可编的内容`,
    narrate: `用法：budget narrate 文件.xlsx -o 输出.docx [选项]
由工作簿写成整份公开文件：封面、目录、单位概况、各表、情况说明、名词解释。缺的原因、上年数、单位情况标作【待填：…】并列出，不代填；输入文件不动。

  -o 输出.docx         写成Word文件；以.txt或.md结尾的写成纯文本或Markdown
  --prior 上年.xlsx    上年的工作簿，任何认得的版式；不写则用“上年数”工作表
  --ask 填写.xlsx      另存一份工作簿，附“单位情况”“增减原因”“上年数”供填写，已填的保留；填好后用它再写一次
  --edition 版式       指定版式；不写则自动识别
  --overwrite          已有的输出文件里有人填过、新的里没有的，照样覆盖；不写则不覆盖
  --lang zh|en         提示语言，默认zh

-o和--ask至少写一个。
退出码：0表里没有错误（可以有待填），1表里还有错误，2文件无法使用、没有认出预算表或没有写成`,
    fill: `用法：budget fill 文件.xlsx -o 输出.xlsx [选项]
填合计、上级科目（类、款）和表间的数，写成公式；缺的上级科目行和合计行补在该在的位置。
您填的数不动：与算出的不同的列出来，由您决定。格式不动，原文件不动。

  -o 输出.xlsx         写到这个文件，不能与输入相同
  --values             写数值，不写公式
  --formulas           您填的数与算出的相同时，也改成公式
  --dry-run            只列出要填什么，不写文件，不用写-o
  --edition 版式       指定版式；不写则自动识别
  --overwrite          已有的输出文件里有人填过、新的里没有的，照样覆盖；不写则不覆盖
  --lang zh|en         提示语言，默认zh

退出码：0填后没有错误，1填后还有错误，或您填的数与算出的不同，2文件无法使用或没有认出预算表`,
  },
  usage: {
    unknownCommand: (command) => `没有“${command}”这个命令。`,
    unknownOption: (option, meant) => `没有${option}这个选项${meant === undefined ? '。' : `，是不是${meant}？`}`,
    needsValue: (option) => `${option}后面要写内容。`,
    takesNoValue: (option) => `${option}后面不能写内容。`,
    badValue: (option, value, allowed) => `${option}不能是“${value}”，只能是${allowed}。`,
    twice: (option) => `${option}写了两次。`,
    together: (first, second) => `${first}和${second}不能同时用。`,
    editionNotMade: (edition, known) =>
      `“${edition}”只能审核、填表，不能新建、编制；能新建、编制的是${known.join('、')}。`,
    unknownEdition: (edition, known) => `没有“${edition}”这个版式，现有：${known.join('、')}。`,
    noInput: '没有写要检查的文件。',
    emptyName: '没有给文件名。',
    oneInput: '一次只能处理一个文件。',
    noFiles: (given) => `这个命令不读文件，“${given}”是多余的。`,
    needsOption: (option) => `请写${option}。`,
    noOutput: '没有写输出文件，请加-o 输出.xlsx。',
    noDocument: '没有写输出文件，请加-o 输出.docx或--ask 填写.xlsx。',
    seeHelp: '用法见budget --help。',
  },
  unusable: {
    empty: () => '打不开，是空文件',
    'not-a-zip': () => '打不开，不是.xlsx工作簿（.xls、.csv等请先用Excel或WPS另存为.xlsx）',
    'not-a-workbook': () => '打不开，不是工作簿（可能是Word等其他文件）',
    truncated: () => '打不开，文件不完整，请重新复制或下载',
    encrypted: () => '打不开，文件有密码，请先取消密码',
    'old-xls': () => '打不开，是旧格式.xls，请先另存为.xlsx',
    'binary-workbook': () => '打不开，是二进制格式.xlsb，请先另存为.xlsx',
    'strict-namespace': () => '打不开，是“严格开放XML”格式，请先另存为普通.xlsx',
    'too-large': () => '打不开，解压后过大，不像预算工作簿',
    dtd: () => '打不开，文件里有不该有的文档类型声明，请用Excel另存后再试',
    'no-sheets': () => '打不开，里面没有工作表',
    'corrupt-part': (detail) =>
      `打不开，文件已损坏${detail === undefined ? '' : `（${detail}）`}，请用Excel打开修复后另存`,
    'not-found': () => '没有这个文件',
    'is-folder': () => '是文件夹，请写里面的.xlsx文件',
    'no-permission': () => '没有读取权限',
    unreadable: () => '读不出来',
    'own-mistake': () => '没有检查完，是本工具的问题，文件没有改动',
  },
  unwritable: {
    'is-input': '与输入是同一个文件，没有写入，请换一个文件名',
    'no-folder': '没有写入，文件夹不存在',
    'is-folder': '没有写入，这是一个文件夹',
    'no-permission': '没有写入，没有写入权限或文件正被占用',
    'no-space': '没有写入，磁盘空间不足',
    unwritable: '没有写入，写不进去',
    'not-xlsx': '没有写入，文件名要以.xlsx结尾',
    'not-xlsm': '没有写入，输入是带宏的工作簿，文件名要以.xlsm结尾',
    'not-document': '没有写入，文件名要以.docx、.txt或.md结尾',
  },
  earlier: {
    lost: (what, goOn) =>
      `没有写入。已有的这个文件里有${what.join('、')}，新的里没有，写了就丢了。${
        goOn === undefined ? '要留着，换个文件名' : `要接着用，由它编：${goOn} 另一个.xlsx；要另存，换个文件名`
      }；确实不要了，加--overwrite。`,
    unseen: (because) =>
      `没有写入。已有的这个文件${because}；看不到里面填过什么。请换个文件名；确实不要了，加--overwrite。`,
    at: (cells, more) => `（${cells.join(' ')}${more ? '等' : ''}）`,
    kinds: {
      reasons: (count) => `增减原因${count}条`,
      facts: (count) => `单位情况${count}项`,
      prior: (count) => `上年数${count}处`,
      explanations: (count) => `审核说明${count}条`,
      remarks: (count) => `处理情况${count}条`,
      text: (count) => `情况说明${count}句`,
      forms: (count) => `绩效目标表${count}张`,
      ledger: (count) => `台账${count}行`,
      figures: (count) => `在表里填的数${count}处`,
      sheets: (count) => `您自己的工作表${count}张`,
      notes: (count) => `您的批注${count}条`,
      beside: (count) => `在表旁写的内容${count}处`,
    },
  },
  ofFile: (file, text) => `${file}：${text}`,
  nothingRecognised: (sheets) => `看了${sheets}张工作表，没有认出预算表。`,
  sheetLine: (sheet, reason) => `“${sheet}”：${reason}`,
  year: (year) => `${year}年度`,
  tablesFound: (tables, forms) => `认出${tablesZhCN(tables, forms)}`,
  symptoms: (count, places) =>
    count === places ? `${count}处不平由此引起：` : `${count}项勾稽由此不平，在下列${places}处：`,
  andPlaces: (count) => `等${count}处`,
  notesHidden: (count) => `提示${count}处，用--all列出`,
  explainedHidden: (count) => `已说明${count}处，不计入，用--all列出`,
  unchecked: (count, reason) => `未检查${count}项：${reason}`,
  moreUnchecked: (count) => `另有${count}项未检查，用--all列出`,
  notRecognised: '未认出',
  equations: ({ total, passed, failed, notApplicable, notChecked }) =>
    `勾稽${total}项：${[
      `相符${passed}`,
      ...(failed > 0 ? [`不符${failed}`] : []),
      ...(notApplicable > 0 ? [`不适用${notApplicable}`] : []),
      notChecked > 0 ? `未检查${notChecked}` : passed + failed > 0 ? '全部检查' : '没有数可检查',
    ].join('，')}`,
  took: (seconds) => `用时${seconds}秒`,
  counted: (word, count) => `${word}${count}`,
  overview: {
    file: '文件',
    total: ({ files, withErrors, unusable, blank }) => {
      const said = [
        ...(withErrors > 0 ? [`${withErrors}个有错误`] : []),
        ...(unusable > 0 ? [`${unusable}个无法检查`] : []),
        ...(blank > 0 ? [`${blank}个没有可比的数字`] : []),
      ];
      if (said.length === 0) return `共${files}个文件，都没有错误`;
      const others = withErrors === 0 && files > unusable + blank ? ['其余没有错误'] : [];
      return [`共${files}个文件`, ...said, ...others].join('，');
    },
    unusable: '无法检查',
    progress: (done, of) => `${done}/${of}`,
  },
  annotated: (file, cells, notes, sheet) => `已写入${file}：标记${cells}格，批注${notes}条，明细见“${sheet}”工作表。`,
  removed: (file, { cells, ticks, notes, sheets }) =>
    `已写入${file}：清除标记${cells}格，${ticks > 0 ? `√${ticks}格，` : ''}批注${notes}条，工作表${sheets}张。`,
  ticked: tickedZhCN,
  nothingToRemove: (file) => `已写入${file}：原来就没有标记。`,
  equationsListed: (sheet, equations) => `“${sheet}”工作表列出${equations}项勾稽。`,
  keptSheet: (sheet) => `“${sheet}”工作表里有人填写了处理情况，予以保留；不需要时请自行删除。`,
  reportWritten: (file, findings) => `已写入${file}：${findings}条。`,
  refused: {
    'sheet-missing': (where) => `${where}：工作表不在了，没有写入。`,
    'sheet-renamed': (where) => `${where}：工作表已改名，没有写入。`,
    protected: (where) => `${where}：工作表受保护，没有写入。请在“审阅”里撤销保护后再试。`,
    'workbook-protected': (where) =>
      `${where}：工作簿结构受保护，没有新建或删除这张工作表。请在“审阅”里撤销工作簿保护后再试。`,
    'user-note': (where) => `${where}：已有批注，保留原批注，没有另写。`,
    'not-ours': (where) => `${where}：是您自己的工作表，没有改动。`,
    merged: (where) => `${where}：是合并单元格的一部分，没有写入。`,
    filtered: (where) => `${where}：有筛选，插不了行，这次没有写入。请先清除筛选再试。`,
    'changed-meanwhile': (where) => `${where}：内容已变，没有写入。`,
    unsupported: (where) => `${where}：这种内容写不进去，没有写入。`,
    'list-object': (where) => `${where}：有“表格”对象，插不了行，没有写入。请先在“表设计”里转换为区域。`,
    'pivot-table': (where) => `${where}：下面有数据透视表，插不了行，没有写入。`,
    'array-formula': (where) => `${where}：有数组公式跨过这里，插不了行，没有写入。`,
    'several-sheets': (where) => `${where}：有公式同时引用几张工作表的同一格，插不了行，没有写入。`,
    'sheet-full': (where) => `${where}：工作表下面没有空行了，插不了行，没有写入。`,
    'rows-refused': (where) => `${where}：要用到没有插入的行，没有写入。`,
  },
  outputFailed: (because) =>
    because === 'no-space' ? '结果没有全部写出，磁盘空间不足。' : '结果没有全部写出，写不进去。',
  ownMistake:
    '这一步没有完成，原文件没有改动。请重试；若再出现，请设BUDGET_DEBUG=1再运行一次，把显示的内容发给维护人员。',
  ownMistakeDetails: '诊断信息：',
};
