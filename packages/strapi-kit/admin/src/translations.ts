/** What Strapi hands to a plugin's `registerTrads`, and wants of it. */
type RegisterTrads = (options: { locales: string[] }) => Promise<{ data: Record<string, string>; locale: string }[]>;

/**
 * Makes a plugin's `registerTrads`.
 *
 * @param load - `(locale) => import(`./translations/${locale}.json`)`, written in the plugin, whose build finds the files so.
 */
export const registerTranslations =
  (pluginId: string, load: (locale: string) => Promise<{ default: Record<string, string> }>): RegisterTrads =>
  ({ locales }) =>
    Promise.all(
      locales.map(async (locale) => {
        try {
          const { default: texts } = await load(locale);
          const data = Object.fromEntries(Object.entries(texts).map(([id, value]) => [`${pluginId}.${id}`, value]));
          return { data, locale };
        } catch {
          // A language without a translation reads English.
          return { data: {}, locale };
        }
      })
    );
