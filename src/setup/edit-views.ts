import type { Core } from '@strapi/strapi';
import { componentViews, contentTypeViews, type EditView, type FieldView } from './views';

/** How Strapi's content manager keeps a form and a list. */
interface Configuration {
  settings: Record<string, unknown>;
  metadatas: Record<string, { edit: Record<string, unknown>; list: Record<string, unknown> }>;
  layouts: { list: string[]; edit: { name: string; size: number }[][] };
}

interface Model {
  uid: string;
}

/** The part of the content manager's services that reads and keeps configurations; with names that differ for both. */
interface ConfigurationService {
  findConfiguration(model: Model): Promise<Configuration>;
  updateConfiguration(model: Model, configuration: Configuration): Promise<unknown>;
}
type ContentTypesService = ConfigurationService & { findContentType(uid: string): Model | undefined };
type ComponentsService = ConfigurationService & { findComponent(uid: string): Model | undefined };

const ENTRIES_PER_PAGE = 20;

function metadata(present: Configuration['metadatas'][string], field: FieldView): Configuration['metadatas'][string] {
  const { label, hint, placeholder, mainField, readOnly } = field;
  return {
    edit: {
      ...present.edit,
      label,
      description: hint ?? '',
      placeholder: placeholder ?? '',
      editable: !readOnly,
      ...(mainField ? { mainField } : {}),
    },
    list: { ...present.list, label },
  };
}

/** A configuration with a view put over it. Fields that the view does not name come after those that it does. */
function withView(present: Configuration, view: EditView): Configuration {
  const rows = view.rows
    .map((row) => row.filter(({ name }) => name in present.metadatas))
    .filter((row) => row.length > 0);
  const named = new Set(rows.flat().map(({ name }) => name));
  const others = present.layouts.edit
    .map((row) => row.filter(({ name }) => !named.has(name)))
    .filter((row) => row.length > 0);
  const metadatas = { ...present.metadatas };
  for (const field of rows.flat()) metadatas[field.name] = metadata(present.metadatas[field.name], field);
  return {
    settings: {
      ...present.settings,
      ...(view.mainField ? { mainField: view.mainField } : {}),
      ...(view.list ? { pageSize: ENTRIES_PER_PAGE } : {}),
      ...(view.sort ? { defaultSortBy: view.sort.by, defaultSortOrder: view.sort.order } : {}),
    },
    metadatas,
    layouts: {
      list: view.list ?? present.layouts.list,
      edit: [...rows.map((row) => row.map(({ name, size }) => ({ name, size }))), ...others],
    },
  };
}

/**
 * Labels, hints and the order of fields in the admin's forms and lists. Each view is set once, at the first start that
 * knows it: what an administrator makes of it stays.
 *
 * Call it in `bootstrap()`, when the content manager has made its own.
 */
export async function setEditViews(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'core', name: 'wiredesk' });
  const done = new Set(((await store.get({ key: 'editViews' })) as string[] | null) ?? []);
  const contentTypes = strapi.plugin('content-manager').service('content-types') as unknown as ContentTypesService;
  const components = strapi.plugin('content-manager').service('components') as unknown as ComponentsService;

  async function set(service: ConfigurationService, model: Model | undefined, view: EditView): Promise<void> {
    if (!model || done.has(model.uid)) return;
    await service.updateConfiguration(model, withView(await service.findConfiguration(model), view));
    done.add(model.uid);
  }

  const before = done.size;
  for (const [uid, view] of Object.entries(contentTypeViews))
    await set(contentTypes, contentTypes.findContentType(uid), view);
  for (const [uid, view] of Object.entries(componentViews)) await set(components, components.findComponent(uid), view);
  if (done.size > before) await store.set({ key: 'editViews', value: [...done] });
}
