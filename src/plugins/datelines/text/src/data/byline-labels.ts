import { isAgency } from './agencies';

/** What a byline of nobody in particular is made of: such words, and agencies, alone. */
const NOUNS =
  'staff agency agencies wire wires report reports reporter reporters writer writers correspondent correspondents service services desk newsroom board team bureau ' +
  'redaktion agentur agenturen nachrichtenagenturen korrespondent korrespondenten mitarbeiter mitarbeitern reportern ' +
  'rédaction agence agences correspondant correspondants envoyé envoyés ' +
  'redacción agencia agencias corresponsal corresponsales enviado enviados redactores equipo ' +
  'redazione agenzia agenzie corrispondente corrispondenti inviato inviati ' +
  'redação agência agências correspondente correspondentes ' +
  'redactie persbureau persbureaus verslaggever verslaggevers correspondenten ' +
  'redaktionen nyhetsbyrå nyhetsbyråer redaksjonen redaktion telegrambureau toimitus redakcja redakce ' +
  'редакция редакции агентства корреспондент корреспонденты التحرير الوكالات وكالات 編集部 编辑部 編輯部 本报记者 本報記者 本网记者 편집부';
const OTHERS =
  'and & with from of the our a an own news special combined compiled other various online web digital editorial press foreign political local staff-and-wire to' +
  ' und mit unser unsere unserer unserem unseren der die den dem aus von' +
  ' et avec de des du la le les nos notre presse spécial spéciaux' +
  ' y con el los nuestro nuestros especial especiales e da do a com nosso nossos i nostro nostri speciale speciali' +
  ' en met onze een och med vår og и هيئة و';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const nouns = setOf(NOUNS);
const others = setOf(OTHERS);

/**
 * Whether a byline names nobody: `Staff and Agency Reports`, `unserer Redaktion`, `la rédaction avec agences`. Every word
 * is one of such lines, and one at least says who they are.
 */
export function isBylineLabel(text: string): boolean {
  const words = text.split(/[\s,;/]+/u).filter(Boolean);
  const isNoun = (word: string) => nouns.has(word.toLowerCase());
  return words.some(isNoun) && words.every((word) => isNoun(word) || others.has(word.toLowerCase()) || isAgency(word));
}
