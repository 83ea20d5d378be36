import type { Element } from './unpacked';

/*
 * In what order Word wants the children of an element (ISO/IEC 29500-1, transitional schema): it takes a document in which they stand
 * otherwise for a damaged one. As far as documents here use them; a name that is not listed is a mistake, too.
 */
const ORDER: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore widowControl tabs autoSpaceDE autoSpaceDN spacing ind jc outlineLvl sectPr',
  'w:rPr': 'rStyle rFonts b color spacing kern sz szCs highlight shd lang',
  'w:tblPr': 'tblW jc tblInd tblBorders tblLayout tblCellMar',
  'w:tblBorders': 'top left bottom right insideH insideV',
  'w:tblCellMar': 'top left bottom right',
  'w:trPr': 'cantSplit trHeight tblHeader',
  'w:tcPr': 'tcW gridSpan vMerge vAlign',
  'w:tbl': 'tblPr tblGrid tr',
  'w:tr': 'trPr tc',
  'w:tc': 'tcPr p',
  'w:sectPr': 'footerReference type pgSz pgMar pgNumType cols',
  'w:style': 'name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr',
  'w:styles': 'docDefaults style',
  'w:docDefaults': 'rPrDefault pPrDefault',
  'w:settings': 'zoom defaultTabStop evenAndOddHeaders characterSpacingControl compat themeFontLang',
  'w:font': 'altName panose1 charset family pitch',
  'w:sdt': 'sdtPr sdtContent',
  'w:docPartObj': 'docPartGallery docPartUnique',
};

/** Where children stand out of order, or are none that the element may have. */
export function disorder(element: Element): readonly string[] {
  const order = ORDER[element.name]?.split(' ').map((name) => `w:${name}`);
  const places = order ? element.children.map(({ name }) => order.indexOf(name)) : [];
  const own = places.flatMap((place, index) => {
    const child = element.children[index]?.name ?? '';
    if (place < 0) return [`${element.name} has ${child}`];
    return place < (places[index - 1] ?? 0) ? [`${element.name}: ${child} too late`] : [];
  });
  return [...own, ...element.children.flatMap(disorder)];
}
