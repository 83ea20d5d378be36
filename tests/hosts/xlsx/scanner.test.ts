import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { Token, XmlScanner } from '../../../src/hosts/xlsx/xml-scanner';

const bytesOf = (xml: string): Uint8Array => new TextEncoder().encode(xml);

/** What a part says, element by element; undefined where it is not well-formed. */
function scanned(xml: string): string[] | undefined {
  const scan = new XmlScanner(bytesOf(xml));
  const events: string[] = [];
  for (let token = scan.next(); token !== Token.end; token = scan.next()) {
    if (token === Token.open) {
      const attributes: string[] = [];
      scan.eachAttribute((name) => attributes.push(`${name}=${scan.attribute(name) ?? ''}`));
      events.push(`<${scan.prefix()}${scan.name()} ${attributes.join(' ')}`);
    } else if (token === Token.close) events.push(`>${scan.prefix()}${scan.name()}`);
    else {
      const text = scan.text();
      if (events.at(-1)?.startsWith('"')) events.push((events.pop() ?? '') + text);
      else if (text !== '') events.push(`"${text}`);
    }
  }
  return scan.problem ? undefined : events;
}

function bySaxes(xml: string): string[] | undefined {
  const events: string[] = [];
  const parser = new SaxesParser({ xmlns: false });
  let failed = false;
  let depth = 0;
  const text = (t: string): void => {
    if (events.at(-1)?.startsWith('"')) events.push((events.pop() ?? '') + t);
    else if (t !== '') events.push(`"${t}`);
  };
  parser.on('error', () => {
    failed = true;
  });
  parser.on('opentag', (tag) =>
    events.push(
      `<${tag.name} ${Object.entries(tag.attributes)
        .map(([name, value]) => `${name}=${value}`)
        .join(' ')}`,
    ),
  );
  parser.on('closetag', (tag) => {
    depth--;
    events.push(`>${tag.name}`);
  });
  parser.on('opentagstart', () => {
    depth++;
  });
  parser.on('text', (t) => {
    if (depth > 0) text(t);
  });
  parser.on('cdata', text);
  parser.write(xml).close();
  return failed ? undefined : events;
}

const name = fc.constantFrom('row', 'c', 'v', 'x:c', 'x14:f');
const words = fc.string({
  unit: fc.constantFrom('a', '1', ' ', '表', '\n', '\r\n', '&amp;', '&#x4e00;', '&#65;', '&lt;', '\t'),
  maxLength: 6,
});
const attributes = fc
  .uniqueArray(fc.constantFrom('r', 's', 't', 'r:id', 'xml:space'), { maxLength: 3 })
  .chain((names) =>
    fc
      .tuple(
        ...names.map((n) =>
          fc.tuple(words, fc.constantFrom('"', "'")).map(([value, quote]) => ` ${n}=${quote}${value}>${quote}`),
        ),
      )
      .map((list) => list.join('')),
  );
const extra = fc.oneof(
  words,
  words.map((w) => `<![CDATA[${w}<&]]>`),
  fc.constant('<!-- <c> & -->'),
  fc.constant('<?pi <c>?>'),
);
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(name, attributes, fc.array(fc.oneof({ maxDepth: 4 }, extra, tie('element')), { maxLength: 3 }))
    .map(([n, a, inner]) => (inner.length === 0 ? `<${n}${a}/>` : `<${n}${a}>${inner.join('')}</${n} >`)),
}));

test('reads well-formed XML as saxes does', () => {
  fc.assert(
    fc.property(element, (xml) => {
      expect(scanned(`<?xml version="1.0"?>\n${xml}\n`)).toEqual(bySaxes(`<?xml version="1.0"?>\n${xml}\n`));
    }),
    { numRuns: 400 },
  );
});

test('damaged XML is a problem, never an exception or an endless loop', () => {
  fc.assert(
    fc.property(element, fc.nat(), fc.string({ maxLength: 2 }), (xml, at, noise) => {
      const cut = at % (xml.length + 1);
      scanned(xml.slice(0, cut) + noise + xml.slice(cut + 1));
      expect(cut < xml.trimEnd().length ? scanned(xml.slice(0, cut)) : undefined).toBeUndefined();
    }),
    { numRuns: 400 },
  );
});

test.each([
  ['<a>', 'malformed'],
  ['', 'malformed'],
  ['<a></b>', 'malformed'],
  ['<a/><b/>', 'malformed'],
  ['text<a/>', 'malformed'],
  ['<a b="1></a>', 'malformed'],
  ['<a>&nbsp;</a>', 'malformed'],
  ['<a>&#0;</a>', 'malformed'],
  ['<!DOCTYPE a><a/>', 'dtd'],
  ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'dtd'],
  ['<a b="<"/>', undefined],
  ['<a x"=\'y"z=\'></a>', 'malformed'],
  ["<a x\"='y\"z=''/>", undefined],
  ['\ufeff<a/>', undefined],
  ['<a b=">"/>', undefined],
])('%s: %s', (xml, problem) => {
  const scan = new XmlScanner(bytesOf(xml));
  for (let token = scan.next(); token !== Token.end; token = scan.next())
    if (token === Token.text) scan.text();
    else scan.attribute('none');
  expect(scan.problem).toBe(problem);
});

test('texts that stand in many places are read as they stand, whatever else was read before', () => {
  const letters = fc.string({
    unit: fc.constantFrom('一', '般', '公', '共', '预', '算', 'a', '1'),
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(fc.array(letters, { minLength: 1, maxLength: 300 }), fc.infiniteStream(fc.nat()), (texts, places) => {
      // More than are kept, and each again.
      const asked = [...places.take(9000)].map((place) => `${texts[place % texts.length] ?? ''}${place % 5000}`);
      const scan = new XmlScanner(new TextEncoder().encode(`<t>${asked.map((text) => `<t>${text}</t>`).join('')}</t>`));
      const read: string[] = [];
      for (let token = scan.next(); token !== Token.end; token = scan.next())
        if (token === Token.text) read.push(scan.text());
      expect(read).toEqual(asked);
    }),
    { numRuns: 5 },
  );
});
