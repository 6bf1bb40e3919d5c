/** Agencies as a line is signed. */
export const AGENCIES: ReadonlySet<string> = new Set([
  ...'AA AAP ABNA AKI AFP AGERPRES AGI ANA ANI ANP ANSA ANTARA AP APA APP APS BBC BELGA BELTA BERNAMA BNS BTA CNA CNN CNS CP CTK DHA DPA'.split(
    ' '
  ),
  ...'EFE ELTA EPD ETA EUPE HINA IANS INA IPS IRNA JIJI KCNA KUNA LETA LUSA MAP MENA MTI NAN NNA NTB NZPA PA PAP PTI QNA RFE RFI RIA RITZAU SANA'.split(
    ' '
  ),
  ...'SAPA SDA SNA SPA SPS SPX STA STT TANJUG TAP TASS TT UNI UNIAN UPI VNA VOA WAFA WAM XINHUA YONHAP ats apa dpa epd kna sda'.split(
    ' '
  ),
  ...[
    'Anadolu',
    'Bernama',
    'Bloomberg',
    'Interfax',
    'Jiji',
    'Kyodo',
    'RIA Novosti',
    'Reuters',
    'Ritzau',
    'Sputnik',
    'TASR',
  ],
  ...['Ukrinform', 'Xinhua', 'Yonhap'],
]);

/** Whether a text is an agency's signature, in its own letters or in capitals: `Lusa`, `LUSA`. */
export const isAgency = (text: string): boolean =>
  AGENCIES.has(text) || (text.length > 3 && AGENCIES.has(text.toUpperCase()));

/** Whether a text may be an agency's letters, known or not: `AFP`, `WAM`. */
export const isAcronym = (text: string): boolean => /^\p{Lu}[\p{Lu}\p{N}]{1,7}$/u.test(text);

/** Agencies by their whole and former names. */
export const AGENCY_NAMES: Readonly<Record<string, string>> = {
  'Agence France-Presse': 'AFP',
  'Associated Press': 'AP',
  'Deutsche Presse-Agentur': 'dpa',
  Reuter: 'Reuters',
  'The Associated Press': 'AP',
  'United Press International': 'UPI',
};
