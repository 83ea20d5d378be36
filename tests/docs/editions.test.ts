import { editionById, editionIds } from '../../src/commands/check';
import { describeEdition } from '../../src/commands/describe-edition';
import { expectFresh } from './fresh';

test.each(editionIds)('docs/checks/%s.md says what the edition declares', async (id) => {
  expectFresh(`checks/${id}.md`, describeEdition(await editionById(id)));
});
