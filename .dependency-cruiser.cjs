/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Files that need each other can be read, tested and moved only together. Types count too: a cycle of types is a cycle of ideas. ' +
        'Mend it by moving what both need into a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment:
        'A source file that nothing imports and that imports nothing is left over from something. Delete it, or use it. (plain.js and said.js are loaded by their pages themselves.)',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^src/pane/(plain|ribbon/said)\\.js$'] },
      to: {},
    },
    {
      name: 'nothing-unresolvable',
      comment: 'An import that leads nowhere breaks the build, or works only on the machine of its author.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages',
      comment:
        'What is shipped may use only what package.json lists under "dependencies": the rest is not there for users.',
      severity: 'error',
      from: { path: '^src' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'editions-stand-alone',
      comment:
        'Deleting the folder of one edition must break nothing but the list of editions: what two of them share lies in editions/shared.',
      severity: 'error',
      from: { path: '^src/editions/([^/]+)/', pathNot: '^src/editions/shared/' },
      to: { path: '^src/editions/', pathNot: ['^src/editions/$1/', '^src/editions/shared/'] },
    },
    {
      name: 'editions-named-only-in-their-list',
      comment: 'Nothing outside an edition’s folder names a table of it; only the list of editions loads it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/editions/' },
      to: { path: '^src/editions/[^/]+-[0-9]{4}' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
