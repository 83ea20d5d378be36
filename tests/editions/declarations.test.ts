import { editions } from '../../src/editions/index';
import { resolveEdition } from '../../src/engine/edition/resolve';

describe.each(Object.keys(editions))('edition %s', (id) => {
  it('is data only: JSON gives it back unchanged', async () => {
    const edition = await editions[id]?.();
    expect(JSON.parse(JSON.stringify(edition))).toEqual(edition);
  });

  it('resolves without a problem', async () => {
    const edition = await editions[id]?.();
    if (!edition) throw new Error(id);
    expect(resolveEdition(edition)).toMatchObject({ ok: true });
    expect(edition.id).toBe(id);
  });
});
