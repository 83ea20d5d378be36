const { spawnSync } = require('node:child_process');
const path = require('node:path');
const fs = require('node:fs');
const webpack = require('webpack');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');

const root = __dirname;
const dist = path.join(root, 'dist');

const typescript = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  use: {
    loader: 'ts-loader',
    // Types are checked once by `tsc`, not again for each bundle.
    options: { transpileOnly: true, configFile: path.join(root, 'tsconfig.json'), compilerOptions: { noEmit: false } },
  },
};

const common = {
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  performance: { hints: false },
};

/** Makes a built file runnable by its own name. */
class ExecutablePlugin {
  apply(compiler) {
    compiler.hooks.afterEmit.tap('ExecutablePlugin', (compilation) => {
      for (const name of Object.keys(compilation.assets)) {
        if (name.endsWith('.js')) fs.chmodSync(path.join(compilation.outputOptions.path, name), 0o755);
      }
    });
  }
}

/** Keeps the program's compiled code beside it: see src/cli/program-file.ts. */
class PrecompilePlugin {
  apply(compiler) {
    compiler.hooks.afterEmit.tap('PrecompilePlugin', () => {
      const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'scripts/precompile.cjs')]);
      if (status !== 0) throw new Error(`the program could not be run: ${stderr}`);
    });
  }
}

/** The command line: budget.js and the program that it starts, which run under Node without node_modules. */
const cli = {
  ...common,
  name: 'cli',
  target: 'node20',
  // Nothing is minimised here, so that a stack trace from a user can be read.
  devtool: false,
  entry: {
    budget: './src/cli/launch.ts',
    program: { import: './src/cli/main.ts', library: { type: 'commonjs2' } },
  },
  node: { __filename: false, __dirname: false },
  // Written even where it is as before: what is older than the sources is built again.
  output: { path: path.join(dist, 'cli'), filename: '[name].js', clean: true, compareBeforeEmit: false },
  module: {
    // Editions are loaded by `import()`; a single file has no chunks to load them from.
    parser: { javascript: { dynamicImportMode: 'eager', createRequire: false } },
    rules: [typescript],
  },
  optimization: { minimize: false },
  plugins: [
    new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, test: /^budget/ }),
    new ExecutablePlugin(),
    new PrecompilePlugin(),
  ],
};

/*
 * office.js must be served unmodified, in its own <script>, under its own name: it finds the files it loads next to it by that name.
 * Its telemetry module is left out on purpose: it is what could send something from this machine.
 */
const officeFiles = [
  'office.js',
  'excel-win32-16.01.js',
  'excel-mac-16.00.js',
  'excel-web-16.00.js',
  'excel-ios-16.00.js',
  'o15apptofilemappingtable.js',
  'zh-cn/office_strings.js',
  'en-us/office_strings.js',
];
const officeFolder = path.join(root, 'node_modules/@microsoft/office-js');

/** The task pane: taskpane.html, its bundle and the copied office.js. */
const pane = {
  ...common,
  name: 'pane',
  target: ['web', 'es2022'],
  // Ten megabytes that nobody would look at on the machines this is served to.
  devtool: false,
  entry: { taskpane: './src/pane/main.tsx', commands: './src/pane/ribbon/main.ts' },
  output: {
    path: path.join(dist, 'pane'),
    filename: '[name].[contenthash:8].js',
    chunkFilename: '[name].[contenthash:8].js',
    clean: true,
  },
  module: { rules: [typescript] },
  plugins: [
    new HtmlPlugin({
      filename: 'taskpane.html',
      template: './src/pane/taskpane.html',
      chunks: ['taskpane'],
      scriptLoading: 'defer',
    }),
    // What the buttons of the ribbon open unseen.
    new HtmlPlugin({
      filename: 'commands.html',
      template: './src/pane/ribbon/commands.html',
      chunks: ['commands'],
      scriptLoading: 'defer',
    }),
    new CopyPlugin({
      patterns: [
        ...officeFiles.map((file) => ({
          from: path.join(officeFolder, 'dist', file),
          to: `office/${file}`,
          info: { minimized: true },
        })),
        { from: path.join(officeFolder, 'LICENSE.md'), to: 'office/LICENSE.md' },
        { from: 'src/pane/taskpane.css', to: 'taskpane.css' },
        // Read by engines that cannot read the bundle: copied as it is written.
        { from: 'src/pane/plain.js', to: 'plain.js', info: { minimized: true } },
        { from: 'src/pane/ribbon/said.html', to: 'said.html', info: { minimized: true } },
        { from: 'src/pane/ribbon/said.js', to: 'said.js', info: { minimized: true } },
        { from: 'assets/icons/*.png', to: 'assets/icons/[name][ext]' },
        { from: 'assets/help.html', to: 'help.html' },
      ],
    }),
  ],
};

module.exports = [cli, pane];
