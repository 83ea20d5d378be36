/**
 * Which department economic 款 a government economic 款 is made of: government code, department codes.
 * First page of the comparison table published with the two classifications of 2018; the other pages were not within reach.
 */
export const economicCrosswalk = `
50101 30101 30102 30103
50102 30108 30109 30110 30111 30112
50103 30113
50199 30106 30114 30199
50201 30201 30202 30204 30205 30206 30207 30208 30209 30211 30214 30228 30229 30239 30240
50202 30215
50203 30216
50204 30218 30224 30225
`;
