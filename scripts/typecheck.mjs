// Types of every workspace, of the application and of the tests. What has not changed since the last time is not checked again.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const configs = ['packages', 'src/plugins']
  .flatMap((parent) => fs.readdirSync(path.join(root, parent)).map((name) => path.join(parent, name)))
  .flatMap((dir) => [dir, ...fs.readdirSync(path.join(root, dir)).map((name) => path.join(dir, name))])
  .map((dir) => path.join(dir, 'tsconfig.json'))
  .filter((file) => fs.existsSync(path.join(root, file)));

const tsc = (...args) =>
  spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', ...args, '--noEmit', '--incremental'], {
    cwd: root,
    stdio: 'inherit',
  }).status === 0;

const passed = [
  // Build mode reads no source of a project that is as it was.
  tsc('-b', ...configs, 'tests/tsconfig.json', 'bench/tsconfig.json'),
  // The application's builds empty the folder where this would be kept.
  tsc('-p', 'tsconfig.json', '--tsBuildInfoFile', '.cache/application.tsbuildinfo'),
];
process.exit(passed.every(Boolean) ? 0 : 1);
