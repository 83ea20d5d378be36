import type { Check } from './check';
import { duplicateRow } from './within/duplicate-row';
import { orphan } from './within/orphan';
import { personPublicClass } from './within/person-public-class';

/** What is wrong within a table without any sum telling it. */
export const withinChecks: readonly Check[] = [personPublicClass, duplicateRow, orphan];
