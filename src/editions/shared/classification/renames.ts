/**
 * Names given up between 2009 and today, beside those that the list of 2009 shows: code, first year of the present name
 * (- where that is not known for certain), old name. The present name is the published one.
 */
export const renames = `
207 2019 文化体育与传媒支出
210 2019 医疗卫生与计划生育支出
210 - 医疗卫生支出
21302 2019 林业
215 - 资源勘探信息等支出
215 - 资源勘探电力信息等支出
220 2019 国土海洋气象等支出
222 - 粮油物资管理支出
222 - 粮油物资管理事务
`;
