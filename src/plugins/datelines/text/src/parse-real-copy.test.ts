import { describe, expect, it } from 'vitest';
import { parseDateline } from '.';

/** What is read, on one line: places; source; date; slips. */
function says(line: string): string | null {
  const read = parseDateline(line);
  if (!read) return null;
  const places = read.places.map(({ city, qualifier }) => [city, qualifier].filter(Boolean).join(', ')).join(' + ');
  const slips = (read.slips ?? []).map(({ written, meant }) => (meant ? `${written} → ${meant}` : `${written}?`));
  return [places, read.source, read.date, ...slips].filter(Boolean).join('; ');
}

it.each([
  ['LOS ANGELES and SEATTLE (AP) —', 'Los Angeles + Seattle; AP'],
  ['PARIS and LONDON (Reuters) -', 'Paris + London; Reuters'],
  ['PARIS ET LONDRES (AFP) -', 'Paris + Londres; AFP'],
  ['Berlin und Bonn (dpa) -', 'Berlin + Bonn; dpa'],
  ['MADRID Y LIMA, 9 MARZO (EFE).-', 'Madrid + Lima; EFE; --03-09'],
  ['Roma e Milano (ANSA) -', 'Roma + Milano; ANSA'],
  ['Lisboa e Porto (Lusa) -', 'Lisboa + Porto; Lusa'],
  ['AMSTERDAM EN BRUSSEL (ANP) -', 'Amsterdam + Brussel; ANP'],
  ['STOCKHOLM och OSLO (TT) -', 'Stockholm + Oslo; TT'],
  ['KØBENHAVN og OSLO, 3. marts -', 'København + Oslo; --03-03'],
  ['КИЕВ и МОСКВА, 3 марта. /ТАСС/.', 'Киев + Москва; TASS; --03-03'],
  ['PARIS, LONDON, March 3 (Reuters) -', 'Paris + London; Reuters; --03-03'],
  ['LONDON, WASHINGTON (AP) —', 'London + Washington; AP'],
  ['London, New York (AFP) April 2, 2019', 'London + New York; AFP; 2019-04-02'],
  ['PARIS, LONDON and ROME (AP) —', 'Paris + London + Rome; AP'],
  ['PARIS & LONDON (AFP) -', 'Paris + London; AFP'],
  ['SAN JUAN, Puerto Rico, and MIAMI (AP) —', 'San Juan, Puerto Rico + Miami; AP'],
  ['ATHENS, Greece, and ANKARA, Turkey, March 3 (Reuters) -', 'Athens, Greece + Ankara, Turkey; Reuters; --03-03'],
  ['LONDON and SPRINGFIELD, Ill. (AP) —', 'London + Springfield, Ill.; AP'],
  ['VARDEN and HOLT (AP) —', 'Varden + Holt; AP'],
  ['BEIJING/TOKYO, March 3 (Reuters) -', 'Beijing + Tokyo; Reuters; --03-03'],
  ['PARIS and LONDON -', 'Paris + London'],
  ['GENEVA and NEW YORK, Oct 4 -', 'Geneva + New York; --10-04'],
  ['PORT OF SPAIN, Trinidad and Tobago (AP) —', 'Port of Spain, Trinidad and Tobago; AP'],
  ['SARAJEVO, Bosnia and Herzegovina (AP) —', 'Sarajevo, Bosnia and Herzegovina; AP'],
  ['ROME, N.Y. (AP) —', 'Rome, N.Y.; AP'],
  ['BUFFALO, New York (AP) —', 'Buffalo, New York; AP'],
  ['KOWLOON, Hong Kong (AP) —', 'Kowloon, Hong Kong; AP'],
  ['Frankfurt/Main (dpa) -', 'Frankfurt/Main; dpa'],
])('reads several places: %s', (line, expected) => {
  expect(says(line)).toBe(expected);
});

it.each([
  ['PARIS (March 3, 2014) —', 'Paris; 2014-03-03'],
  ['PARIS (Reuters, March 3) —', 'Paris; Reuters; --03-03'],
  ['PARIS (AFP - March 3, 2014) —', 'Paris; AFP; 2014-03-03'],
  ['BERLIN (3. März 2014) —', 'Berlin; 2014-03-03'],
  ['MADRID (3 de marzo de 2014) —', 'Madrid; 2014-03-03'],
  ['ROMA (9 marzo) -', 'Roma; --03-09'],
  ['PARIS (AFP) (March 3) —', 'Paris; AFP; --03-03'],
  ['Lima (March 3)', 'Lima; --03-03'],
  ['TOKYO (March 2014) —', 'Tokyo; --03'],
  ['OSLO (3 March 2014, NTB) —', 'Oslo; NTB; 2014-03-03'],
  ['PARIS (Reuters/March 3) -', 'Paris; Reuters; --03-03'],
  ['NAIROBI, Kenya (Oct. 4, 2019) —', 'Nairobi, Kenya; 2019-10-04'],
  ['BUFFALO, N.Y. (Sept. 4) —', 'Buffalo, N.Y.; --09-04'],
  ['LISBOA (4 de maio) -', 'Lisboa; --05-04'],
  ['STOCKHOLM (3 maj 2019) -', 'Stockholm; 2019-05-03'],
  ['WARSZAWA (9 stycznia 2020) —', 'Warszawa; 2020-01-09'],
  ['DEN HAAG (9 maart) -', 'Den Haag; --03-09'],
  ['MOSCOW (Jan 3) (TASS) -', 'Moscow; TASS; --01-03'],
  ['LONDON and PARIS (June 12, 2015) —', 'London + Paris; 2015-06-12'],
  ['paris (march 3, 2014) —', 'Paris; 2014-03-03'],
  ['SYDNEY (12 June 2015) –', 'Sydney; 2015-06-12'],
])('reads a date in brackets: %s', (line, expected) => {
  expect(says(line)).toBe(expected);
});

it.each([
  ['March 3 (UPI) --', 'UPI; --03-03'],
  ['(Reuters) -', 'Reuters'],
  ['MARCH 9 -', '--03-09'],
  ['(AFP) — The', 'AFP'],
  ['9 mars (AFP) -', 'AFP; --03-09'],
  ['3 DE MARZO (EFE).-', 'EFE; --03-03'],
  ['Oct. 4, 2019 (AP) —', 'AP; 2019-10-04'],
  ['(dpa) -', 'dpa'],
  ['(CNN) --', 'CNN'],
  ['APRIL 7 – Shares', '--04-07'],
  ['JUNE 12 --', '--06-12'],
  ['JAN 3 (Xinhua) —', 'Xinhua; --01-03'],
  ['(UPI, March 3) --', 'UPI; --03-03'],
  ['(March 3, 2014) —', '2014-03-03'],
  ['9 marzo (ANSA) -', 'ANSA; --03-09'],
  ['12. Mai (dpa) -', 'dpa; --05-12'],
  ['(EFE).-', 'EFE'],
  ['(Lusa) -', 'Lusa'],
  ['SEPT. 4 —', '--09-04'],
  ['(AP) — Stocks', 'AP'],
  ['4 OCT (EFE).-', 'EFE; --10-04'],
  ['Dec 31 (Kyodo) -', 'Kyodo; --12-31'],
])('reads no place: %s', (line, expected) => {
  expect(says(line)).toBe(expected);
});

it.each([
  ['BONN -', 'Bonn'],
  ['BONN —', 'Bonn'],
  ['PARIS –', 'Paris'],
  ['TOKYO --', 'Tokyo'],
  ['GENEVA — The', 'Geneva'],
  ['LIMA - Peru', 'Lima'],
  ['MEXICO CITY -', 'Mexico City'],
  ['WIEN —', 'Wien'],
  ['NEW YORK/LONDON -', 'New York + London'],
  ['BONN—The', 'Bonn'],
  ['SPRINGFIELD, Ill. -', 'Springfield, Ill.'],
  ['REGENSBURG —', 'Regensburg'],
  ['ST. GALLEN -', 'St. Gallen'],
  ['МОСКВА —', 'Москва'],
  ['BERLIN UND BONN -', 'Berlin + Bonn'],
  ['KUALA LUMPUR -- The', 'Kuala Lumpur'],
  ['RIO DE JANEIRO – Brazil', 'Rio de Janeiro'],
  ['LONDRES -', 'Londres'],
  ['ROMA - Il', 'Roma'],
  ['LE CAIRE -', 'Le Caire'],
  ['NUEVA YORK —', 'Nueva York'],
  ['TEL AVIV _', 'Tel Aviv'],
  ['NAIROBI, Kenya -', 'Nairobi, Kenya'],
  ['MÜNCHEN -', 'München'],
])('reads a place alone: %s', (line, expected) => {
  expect(says(line)).toBe(expected);
});

it.each([
  ['munich, march 9 -', 'Munich; --03-09'],
  ['LIMA, ENE 9 -', 'Lima; --01-09'],
  ['madrid, 9 de enero -', 'Madrid; --01-09'],
  ['PARIS, 9 AOUT -', 'Paris; --08-09'],
  ['PARIS, le 9 août -', 'Paris; --08-09'],
  ['Wien, 3. März -', 'Wien; --03-03'],
  ['BERLIN, 12 DEZ -', 'Berlin; --12-12'],
  ['ROMA, 9 GENNAIO -', 'Roma; --01-09'],
  ['LISBOA, 9 DE MARÇO -', 'Lisboa; --03-09'],
  ['DEN HAAG, 9 mrt -', 'Den Haag; --03-09'],
  ['STOCKHOLM, 3 MAJ -', 'Stockholm; --05-03'],
  ['WARSZAWA, 9 stycznia -', 'Warszawa; --01-09'],
  ['ANKARA, 9 OCAK -', 'Ankara; --01-09'],
  ['HELSINKI, 9. tammikuuta -', 'Helsinki; --01-09'],
  ['BOGOTA, DIC. 4 -', 'Bogota; --12-04'],
  ['BUENOS AIRES, AGO 9 -', 'Buenos Aires; --08-09'],
  ['BRUXELLES, févr. 2 -', 'Bruxelles; --02-02'],
  ['praha, 9. ledna -', 'Praha; --01-09'],
  ['rio de janeiro, 9 fev -', 'Rio de Janeiro; --02-09'],
  ['new york, n.y., march 3 (reuters) -', 'New York, n.y.; Reuters; --03-03'],
  ['garching, march 9 -', 'Garching; --03-09'],
  ['BUDAPEST, márc. 9 -', 'Budapest; --03-09'],
  ['КИЕВ, 3 марта -', 'Киев; --03-03'],
  ['SEOUL, Friday, April 22 (AP) —', 'Seoul; AP; --04-22'],
  ['PARIS, lundi 3 mars (AFP) -', 'Paris; AFP; --03-03'],
  ['RIO DE JANEIRO, 28 August -', 'Rio de Janeiro; --08-28'],
])('reads any case, any language: %s', (line, expected) => {
  expect(says(line)).toBe(expected);
});

it.each([
  ['DALLAS, April, 13 -', 'Dallas; --04-13'],
  ['DALLAS,, April 13 -', 'Dallas; --04-13'],
  ['DALLAS, April 13, -', 'Dallas; --04-13'],
  ['DALLAS , April 13 -', 'Dallas; --04-13'],
  ['DALLAS, , April. 13 -', 'Dallas; --04-13'],
  ['DALLAS; April 13 -', 'Dallas; --04-13'],
  ['DALLAS. April 13 -', 'Dallas; --04-13'],
  ['DALLAS - April 13 -', 'Dallas; --04-13'],
  ['DALLAS, - April 13 -', 'Dallas; --04-13'],
  ['DALLAS, April13 -', 'Dallas; --04-13'],
  ['DALLAS,April 13-', 'Dallas; --04-13'],
  ['DALLAS, April -13 -', 'Dallas; --04-13'],
  ['DALLAS, April 13th -', 'Dallas; --04-13'],
  ['DALLAS, April 13/14 -', 'Dallas; --04-13'],
  ["'DALLAS, April 13 -", 'Dallas; --04-13'],
  ['HINGHAM, Mass.. Feb 6 -', 'Hingham, Mass.; --02-06'],
  ['ROY, Utah. Aug 27 -', 'Roy, Utah; --08-27'],
  ['ROANOKE,M Va., March 26 -', 'Roanoke, Va.; --03-26'],
  ['LA PAZ. Aug 8 -', 'La Paz; --08-08'],
  ['CAIRO, March -', 'Cairo; --03'],
  ['Cairo, March - The', 'Cairo; --03'],
  ['OTTAWA, March 1987 -', 'Ottawa; --03'],
  ['TUNIS, Sept. (AP) —', 'Tunis; AP; --09'],
  ['SOUTH BEND, Ind., June -', 'South Bend, Ind.; --06'],
  ['LIMA, marzo -', 'Lima; --03'],
  ['PARIS, AOUT -', 'Paris; --08'],
])('reads stray signs and months alone: %s', (line, expected) => {
  expect(says(line)).toBe(expected);
});

it.each([
  ['OSLO, April l2 -', 'Oslo; --04-12; l2 → 12'],
  ['GENEVA, Marhc 9 -', 'Geneva; --03-09; Marhc → March'],
  ['BEIRUT, Octobr 5 -', 'Beirut; --10-05; Octobr → October'],
  ['ROME, Apirl 3 -', 'Rome; --04-03; Apirl → April'],
  ['BONN, Setpember 4 -', 'Bonn; --09-04; Setpember → September'],
  ['PARIS, Ocr 9 -', 'Paris; --10-09; Ocr → October'],
  ['LIMA, 2O March -', 'Lima; --03-20; 2O → 20'],
  ['LIMA, March 2O -', 'Lima; --03-20; 2O → 20'],
  ['TOKYO, Jnue 3 -', 'Tokyo; --06-03; Jnue → June'],
  ['T0KYO, March 3 -', 'Tokyo; --03-03; T0KYO → TOKYO'],
  ['VIENNA, Agust 3 (AP) —', 'Vienna; AP; --08-03; Agust → August'],
  ['MADRID, 9 de enreo -', 'Madrid; --01-09; enreo → Enero'],
  ['BERLIN, 3. Mräz -', 'Berlin; --03-03; Mräz → März'],
  ['PARIS, 9 fevirer (AFP) -', 'Paris; AFP; --02-09; fevirer → Février'],
  ['LONDON, Jly 4 -', 'London; --07-04; Jly → July'],
  ['MANILA, Decmber I5 -', 'Manila; --12-15; Decmber → December; I5 → 15'],
  ['CAIRO, Febuary 3 (Reuters) -', 'Cairo; Reuters; --02-03; Febuary → February'],
  ['DELHI, Novmber 1O, 2014 (AFP) -', 'Delhi; AFP; 2014-11-10; Novmber → November; 1O → 10'],
  ['NAIROBI, Mrach 3 (Reuters) -', 'Nairobi; Reuters; --03-03; Mrach → March'],
  ['ROMA, 9 gennaoi -', 'Roma; --01-09; gennaoi → Gennaio'],
  ['LISBOA, 9 de fevreiro -', 'Lisboa; --02-09; fevreiro → Fevereiro'],
  ['HAMBURG, Oct l -', 'Hamburg; --10-01; l → 1'],
  ['BOSTON, March 187 -', 'Boston; --03; 187?'],
  ['ATHENS, Feb 30 -', 'Athens; --02; 30?'],
  ['SYDNEY, Decemebr 1 -', 'Sydney; --12-01; Decemebr → December'],
])('reads slips of the keyboard: %s', (line, expected) => {
  expect(says(line)).toBe(expected);
});

it.each([
  'NASA —',
  'TUESDAY —',
  'FIFA —',
  'EXPLAINER —',
  'UNESCO - The',
  'OPEC —',
  'BREXIT —',
  'WATCH —',
  'ANALYSIS -',
  'LUNDI —',
  'DIENSTAG -',
  'JUEVES —',
  'FREITAG (dpa) -',
  'MARCH MADNESS —',
  'THE LATEST (AP) —',
  'KEY POINTS —',
  'COVID-19 —',
  'UN —',
  'U.S. —',
  'EU —',
  'SOCCER —',
  'NEW RULES —',
  'PORT STRIKE —',
  'TOP STORIES —',
  'Q&A —',
  'TOTAL - 3',
  '(MORE) -',
  '(UPDATE) --',
  'AIDS -',
  'APRIL —',
  'GOLD —',
  'HEALTH —',
  'WORLD NEWS —',
  'CEO —',
  'NBC (AP) —',
  '注意 —',
  'LIMA beans - a staple of the south - are back.',
  'Washington - the capital - is quiet.',
  'In Paris, March - the cruellest month - was cold.',
  'Paris (March 3, 2014) was cold.',
  'On March 3 - a Tuesday - we met.',
  'March 3 - the deadline - passed.',
  'BONN-based firms rose.',
  'Sales in March, May and June - up 3 pct - fell.',
  'Kim (AFP) said so.',
  'June 15-July 15 bill of lading was offered.',
  'MMAL, 99 pct-owned by Mitsubishi, said so.',
  'The Board (CBOT) - said',
])('takes no label or sentence for a dateline: %s', (text) => {
  expect(says(text)).toBeNull();
});

describe('a look-up of places', () => {
  const isPlace = (name: string) => ['Dunmore', 'Kestrel Bay'].includes(name);
  const cities = (line: string) => parseDateline(line, { isPlace })?.places.map(({ city }) => city) ?? null;

  it.each([
    ['DUNMORE —', ['Dunmore']],
    ['KESTREL BAY - The', ['Kestrel Bay']],
    ['DUNMORE and KESTREL BAY —', ['Dunmore', 'Kestrel Bay']],
    ['DUNMORE, KESTREL BAY, March 3 (Reuters) -', ['Dunmore', 'Kestrel Bay']],
    ['NASA —', null],
    ['GOLD -', null],
    ['TUESDAY —', null],
  ])('tells a place from a label: %s', (line, expected) => {
    expect(cities(line)).toEqual(expected);
  });

  it('is not needed where the line says more', () => {
    expect(cities('VARDEN, March 3 (Reuters) -')).toEqual(['Varden']);
    expect(parseDateline('DUNMORE —')).toBeNull();
  });
});
