import fs from 'node:fs';
import path from 'node:path';
import { mergeConfig, type UserConfig } from 'vite';

interface Package {
  name: string;
  exports: Record<string, string | { source?: string }>;
}

const plugins = path.resolve(process.cwd(), 'src/plugins');

/** `npm run dev` takes the plugins' admin code from its sources: an edit shows without a build. */
const sources = () =>
  fs.readdirSync(plugins).flatMap((dir) => {
    const file = path.join(plugins, dir, 'package.json');
    if (!fs.existsSync(file)) return [];
    const { name, exports } = JSON.parse(fs.readFileSync(file, 'utf8')) as Package;
    return Object.entries(exports).flatMap(([key, target]) =>
      typeof target === 'object' && target.source && key !== './strapi-server'
        ? [{ find: name + key.slice(1), replacement: path.join(plugins, dir, target.source) }]
        : []
    );
  });

export default (config: UserConfig) =>
  process.env.PLUGIN_SOURCE === '1' ? mergeConfig(config, { resolve: { alias: sources() } }) : config;
