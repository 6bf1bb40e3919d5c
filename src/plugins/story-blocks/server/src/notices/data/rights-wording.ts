/** How a language states rights. `{codes}` and `{names}` stand for the lists of one kind of source. */
export interface RightsWording {
  /** The notice where an editor wrote none. */
  notice: string;
  wire: string;
  reports: string;
  'public-domain': string;
  /** What stands between two sentences. */
  gap: string;
}

/** By language code. The sentences are worded so that they hold for one source as for several. */
export const RIGHTS_WORDING: Readonly<Record<string, RightsWording>> = {
  en: {
    notice: '© {years} {owner}.',
    wire: '{codes} news wire stories are copyright {names}.',
    reports: '{codes} news reports are copyright {names}.',
    'public-domain': 'All {codes} sourced material is public domain.',
    gap: ' ',
  },
  ar: {
    notice: '© {years} {owner}.',
    wire: 'حقوق البرقيات الإخبارية الصادرة عن {codes} محفوظة لصالح {names}.',
    reports: 'حقوق التقارير الإخبارية الصادرة عن {codes} محفوظة لصالح {names}.',
    'public-domain': 'جميع المواد الصادرة عن {codes} ملكية عامة.',
    gap: ' ',
  },
  de: {
    notice: '© {years} {owner}.',
    wire: 'Die Agenturmeldungen von {codes} sind urheberrechtlich geschützt: © {names}.',
    reports: 'Die Berichte von {codes} sind urheberrechtlich geschützt: © {names}.',
    'public-domain': 'Alle Inhalte von {codes} sind gemeinfrei.',
    gap: ' ',
  },
  es: {
    notice: '© {years} {owner}.',
    wire: 'Los despachos de {codes} son propiedad intelectual de {names}.',
    reports: 'Las informaciones de {codes} son propiedad intelectual de {names}.',
    'public-domain': 'Todo el material procedente de {codes} es de dominio público.',
    gap: ' ',
  },
  fr: {
    notice: '© {years} {owner}.',
    wire: 'Les dépêches {codes} sont protégées par le droit d’auteur (© {names}).',
    reports: 'Les informations {codes} sont protégées par le droit d’auteur (© {names}).',
    'public-domain': 'Tous les contenus {codes} sont dans le domaine public.',
    gap: ' ',
  },
  ja: {
    notice: '© {years} {owner}',
    wire: '{codes}の配信記事の著作権は{names}に帰属します。',
    reports: '{codes}のニュース記事の著作権は{names}に帰属します。',
    'public-domain': '{codes}が提供する素材はすべてパブリックドメインです。',
    gap: '',
  },
};
