// The application without the plugins: the same content types, their custom fields as what they are kept as.
import fs from 'node:fs';
import path from 'node:path';

interface Schema {
  attributes?: Record<string, { type: string; customField?: string }>;
}

function editSchemas(dir: string): void {
  for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
    const file = path.join(dir, entry.name);
    if (entry.isDirectory()) editSchemas(file);
    else if (entry.name.endsWith('.json')) {
      const schema: Schema = JSON.parse(fs.readFileSync(file, 'utf8'));
      for (const attribute of Object.values(schema.attributes ?? {})) {
        if (attribute.type !== 'customField') continue;
        attribute.type = 'string';
        delete attribute.customField;
      }
      fs.writeFileSync(file, JSON.stringify(schema));
    }
  }
}

/** Edits a compiled application. */
export function leaveOutPlugins(distDir: string): void {
  editSchemas(path.join(distDir, 'src'));
  const off =
    "{ 'story-blocks': { enabled: false }, datelines: { enabled: false }, 'story-slugs': { enabled: false } }";
  fs.appendFileSync(
    path.join(distDir, 'config/plugins.js'),
    `\nconst configured = module.exports.default;\nmodule.exports = (context) => ({ ...configured(context), ...${off} });\n`
  );
}
