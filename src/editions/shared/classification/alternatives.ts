/**
 * Names in use beside the published ones: code, name. Read in several published budgets of the same years, where the other
 * name of the code stands in more of them.
 */
export const alternatives = `
50601 资本性支出（一）
50602 资本性支出（二）
`;
