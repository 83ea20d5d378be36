/**
 * Government economic classification (政府预算支出经济分类), as far as it is published: code, year since when it is seen
 * (- where that is not known), name. 503, 504, 506-508, 510-514 and 599 are not attested as 类: no name of theirs stands here.
 */
export const governmentEconomic = `
501 2018 =
50101 2018 =
50102 2018 =
50103 2018 =
50199 2018 =
502 2018 =
50201 2018 =
50202 2018 =
50203 2018 =
50204 2018 =
50205 - =
50206 - =
50207 - =
50208 - =
50209 - =
50299 - =
50301 - =
50303 - =
50306 - =
50307 - =
50399 - =
50402 - =
50403 - =
50404 - =
50499 - =
505 - =
50501 - =
50502 - =
50601 - =
50602 - =
50701 - =
50799 - =
50803 - =
509 - =
50901 - =
50902 - =
50905 - =
50999 - =
51002 - =
59999 - =
`;
