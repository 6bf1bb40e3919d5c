import { expect, it } from 'vitest';
import { formatByline, parseByline } from '.';

/** What is read, on one line: name, letters (role) in place; agency; label. */
function says(line: string): string | null {
  const read = parseByline(line);
  if (!read) return null;
  const people = read.credits.map(({ name, givenName, familyName, suffix, role, location }) => {
    const whole = [name ?? `${givenName} ${familyName}`, suffix].filter(Boolean).join(', ');
    return [whole, role && `(${role})`, location && `in ${location}`].filter(Boolean).join(' ');
  });
  return [people.join(' + '), read.source && `of ${read.source}`, read.label && `label ${read.label}`]
    .filter(Boolean)
    .join('; ');
}

/** Languages by the word that a line begins with. */
const LANGUAGES: Record<string, string> = { Von: 'de', Par: 'fr', Por: 'es', Di: 'it', Door: 'nl', Av: 'sv' };

function isWrittenAgain(line: string): void {
  const locale = LANGUAGES[line.split(' ')[0] ?? ''] ?? 'en';
  const read = parseByline(line, { locale });
  if (!read || read.credits.length === 0) return;
  const written = formatByline(read.credits, { style: read.familyNameCaps ? 'smn' : 'ap', locale });
  expect(parseByline(written, { locale, bare: true })?.credits, written).toEqual(read.credits);
}

it.each([
  ['By Jo Park, Senior Correspondent', 'Jo Park (Senior Correspondent)'],
  ['By Jo Park, Chief Political Editor, in Rome', 'Jo Park (Chief Political Editor) in Rome'],
  ['By Jo Park, Senior Correspondent in Rome', 'Jo Park (Senior Correspondent) in Rome'],
  [
    'By Jo Park, Senior Correspondent, and Ann Roe, Science Editor',
    'Jo Park (Senior Correspondent) + Ann Roe (Science Editor)',
  ],
  ['By Jo Park and Ann Roe, Staff Writers', 'Jo Park (Staff Writers) + Ann Roe (Staff Writers)'],
  ['By Political Editor Jo Park', 'Jo Park (Political Editor)'],
  ['By Jo Park, AP Science Writer', 'Jo Park (Science Writer); of AP'],
  ['By Jo Park, Editor-in-Chief', 'Jo Park (Editor-in-Chief)'],
  ['By Jo Park, Head of Data', 'Jo Park (Head of Data)'],
  ['By Jo Park, Washington Bureau Chief', 'Jo Park (Washington Bureau Chief)'],
  ['By Jo Park, Investigative Reporter', 'Jo Park (Investigative Reporter)'],
  ['By Jo Park, Deputy Business Editor', 'Jo Park (Deputy Business Editor)'],
  ['By Jo Park, News Director', 'Jo Park (News Director)'],
  ['Von Hans Müller, Korrespondent', 'Hans Müller (Korrespondent)'],
  ['Von Petra Schön, Chefredakteurin', 'Petra Schön (Chefredakteurin)'],
  ['Par Luc Bernard, envoyé spécial', 'Luc Bernard (envoyé spécial)'],
  ['Par Anne Moreau, rédactrice en chef', 'Anne Moreau (rédactrice en chef)'],
  ['Por Ana García, corresponsal en Roma', 'Ana García (corresponsal) in Roma'],
  ['Par Luc Bernard, correspondant à Bruxelles', 'Luc Bernard (correspondant) in Bruxelles'],
  ['Di Marco Rossi, inviato a Kiev', 'Marco Rossi (inviato) in Kiev'],
  ['By Jo Park, Editor in Chief', 'Jo Park (Editor in Chief)'],
  ['By Jo Park, Editor at Large', 'Jo Park (Editor at Large)'],
  ['By JO PARK, Associated Press Writer', 'Jo Park (Writer); of AP'],
  ['Por Ana García, enviada especial', 'Ana García (enviada especial)'],
  ['Di Marco Rossi, inviato', 'Marco Rossi (inviato)'],
  ['Di Giulia Bianchi, corrispondente', 'Giulia Bianchi (corrispondente)'],
  ['Por João Silva, correspondente', 'João Silva (correspondente)'],
  ['Door Jan Jansen, verslaggever', 'Jan Jansen (verslaggever)'],
  ['Av Karin Lind, utrikeskorrespondent', 'Karin Lind (utrikeskorrespondent)'],
  ['By Jo Park, Edith Head', 'Jo Park + Edith Head'],
])('reads a role, and writes it again: %s', (line, expected) => {
  expect(says(line)).toBe(expected);
  isWrittenAgain(line);
});

it.each([
  ['By Staff and Agency Reports', 'label Staff and Agency Reports'],
  ['By Staff Reports', 'label Staff Reports'],
  ['By Staff, Agencies', 'label Staff, Agencies'],
  ['By Our Special Correspondent', 'label Our Special Correspondent'],
  ['By The Editorial Board', 'label The Editorial Board'],
  ['By News Desk', 'label News Desk'],
  ['By Wire Services', 'label Wire Services'],
  ['By AFP and Staff Writers', 'label AFP and Staff Writers'],
  ['By Staff and wire reports', 'label Staff and wire reports'],
  ['By Agency Staff', 'label Agency Staff'],
  ['By our foreign staff', 'label our foreign staff'],
  ['Von unserer Redaktion', 'label unserer Redaktion'],
  ['Von Redaktion und Agenturen', 'label Redaktion und Agenturen'],
  ['Von unserem Korrespondenten', 'label unserem Korrespondenten'],
  ['Par la rédaction avec AFP', 'label la rédaction avec AFP'],
  ['Par la rédaction', 'label la rédaction'],
  ['Par nos correspondants', 'label nos correspondants'],
  ['Por Redacción y agencias', 'label Redacción y agencias'],
  ['Por Redacción', 'label Redacción'],
  ['Por agências', 'label agências'],
  ['Di Redazione', 'label Redazione'],
  ['Door onze redactie', 'label onze redactie'],
  ['Door onze verslaggever', 'label onze verslaggever'],
  ['Av redaktionen', 'label redaktionen'],
  ['记者 编辑部', 'label 编辑部'],
])('reads a label, and writes it again: %s', (line, expected) => {
  expect(says(line)).toBe(expected);
  isWrittenAgain(line);
});

it.each([
  ['By Jo Park, PhD, and Ann Roe, OBE', 'Jo Park, PhD + Ann Roe, OBE'],
  ['By Jo Park PhD', 'Jo Park, PhD'],
  ['By Jo Park, M.D.', 'Jo Park, M.D.'],
  ['By Jo Park, PhD, OBE', 'Jo Park, PhD, OBE'],
  ['By Jo Park, Ph.D., in Rome', 'Jo Park, Ph.D. in Rome'],
  ['By Jo Park, MD, PhD, and Ann Roe', 'Jo Park, MD, PhD + Ann Roe'],
  ['By Claire MA and Jo Park, MA', 'Claire Ma + Jo Park, MA'],
  ['By Jo Park Jr. and Ann Roe', 'Jo Park, Jr. + Ann Roe'],
  ['By Jo Park, MBE', 'Jo Park, MBE'],
  ['By Jo Park, K.C.', 'Jo Park, K.C.'],
  ['By Jo Park, CBE, Senior Correspondent', 'Jo Park, CBE (Senior Correspondent)'],
  ['By Jo Park, DPhil, Science Editor, in Oxford', 'Jo Park, DPhil (Science Editor) in Oxford'],
  ['By Jo Park, MP', 'Jo Park, MP'],
  ['By Jo Park, FRS, and Ann Roe, FRCP', 'Jo Park, FRS + Ann Roe, FRCP'],
  ['By Jo Park, RN', 'Jo Park, RN'],
  ['By Jo Park, Esq.', 'Jo Park, Esq.'],
  ['By Jo Park, J.D., in Boston and Ann Roe, LL.M., in Rome', 'Jo Park, J.D. in Boston + Ann Roe, LL.M. in Rome'],
  ['By Jo Park, OAM', 'Jo Park, OAM'],
  ['Von Hans Müller, MdB', 'Hans Müller, MdB'],
  ['Par Luc Bernard, PhD', 'Luc Bernard, PhD'],
  ['Por Ana García, PhD, y Luis Pérez', 'Ana García, PhD + Luis Pérez'],
])('reads degrees and honours, and writes it again: %s', (line, expected) => {
  expect(says(line)).toBe(expected);
  isWrittenAgain(line);
});

it.each([
  ['By Ann Roe/AFP', 'Ann Roe; of AFP'],
  ['By JO PARK Reuters', 'Jo Park; of Reuters'],
  ['By JO PARK, Reuters', 'Jo Park; of Reuters'],
  ['By Jo Park Reuters', 'Jo Park; of Reuters'],
  ['By Jo Park Associated Press', 'Jo Park; of AP'],
  ['By Jo Park of The Associated Press', 'Jo Park; of AP'],
  ['By Jo Park | AP', 'Jo Park; of AP'],
  ['By Jo Park (Reuters)', 'Jo Park; of Reuters'],
  ['By JO PARK REUTERS', 'Jo Park; of Reuters'],
  ['By Jo Park, of Reuters', 'Jo Park; of Reuters'],
  ['By Jo Park – AFP', 'Jo Park; of AFP'],
  ['By Jo Park and Ann Roe, Reuters', 'Jo Park + Ann Roe; of Reuters'],
  ['By Jo Park and Ann Roe Bloomberg', 'Jo Park + Ann Roe; of Bloomberg'],
  ['By Jo Park, Agence France-Presse', 'Jo Park; of AFP'],
  ['By JO PARK, Reuters, in Rome', 'Jo Park in Rome; of Reuters'],
  ['By Jo Park / UPI', 'Jo Park; of UPI'],
  ['Von Hans Müller, dpa', 'Hans Müller; of dpa'],
  ['Von Hans Müller (dpa)', 'Hans Müller; of dpa'],
  ['Par Luc Bernard AFP', 'Luc Bernard; of AFP'],
  ['Por Ana García EFE', 'Ana García; of EFE'],
  ['Di Marco Rossi (ANSA)', 'Marco Rossi; of ANSA'],
  ['By Jo Park for The Associated Press', 'Jo Park; of AP'],
  ['By Claire LEE, AFP', 'Claire Lee; of AFP'],
])('reads an agency, and writes it again: %s', (line, expected) => {
  expect(says(line)).toBe(expected);
  isWrittenAgain(line);
});

it.each([
  ['By Jo Park in Washington, D.C.', 'Jo Park in Washington, D.C.'],
  ['By Jo Park in Richmond, Va.', 'Jo Park in Richmond, Va.'],
  ['By Jo Park in Boise, Idaho.', 'Jo Park in Boise, Idaho'],
  ['By Jo Park in Rome.', 'Jo Park in Rome'],
  [
    'By Jo Park in Buffalo, N.Y., and Ann Roe in Los Angeles, Calif.',
    'Jo Park in Buffalo, N.Y. + Ann Roe in Los Angeles, Calif.',
  ],
  ['By Jo Park in Buffalo, N.Y.', 'Jo Park in Buffalo, N.Y.'],
  ['By Jo Park in Boston, Mass.', 'Jo Park in Boston, Mass.'],
  ['By Jo Park in San Juan, P.R.', 'Jo Park in San Juan, P.R.'],
  ['By Jo Park in Vancouver, B.C.', 'Jo Park in Vancouver, B.C.'],
  ['By Jo Park in Portland, Ore.,', 'Jo Park in Portland, Ore.'],
  ['By Jo Park in Portland, Maine', 'Jo Park in Portland, Maine'],
  ['By Jo Park in Seoul and Ann Roe in Washington, D.C.', 'Jo Park in Seoul + Ann Roe in Washington, D.C.'],
  ['By Jo Park, Science Editor, in Washington, D.C.', 'Jo Park (Science Editor) in Washington, D.C.'],
  ['By Jo Park, PhD, in Ann Arbor, Mich.', 'Jo Park, PhD in Ann Arbor, Mich.'],
  ['By Sammy Davis Jr.', 'Sammy Davis, Jr.'],
  ['By Jo Park at Cape Canaveral, Fla.', 'Jo Park in Cape Canaveral, Fla.'],
  ['By Jo Park in Sioux Falls, S.D.', 'Jo Park in Sioux Falls, S.D.'],
  ['By Jo Park in Paris, Ann Roe in Rome.', 'Jo Park in Paris + Ann Roe in Rome'],
  ['By Jo Park in Toronto, Ont.', 'Jo Park in Toronto, Ont.'],
  ['By Jo P.', 'Jo P.'],
])('reads a place, and writes it again: %s', (line, expected) => {
  expect(says(line)).toBe(expected);
  isWrittenAgain(line);
});
