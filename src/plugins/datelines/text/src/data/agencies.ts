/** Agencies as a line is signed, where it is not in capitals or not in eight letters; and those in capitals. */
export const AGENCIES: ReadonlySet<string> = new Set([
  ...'AA AAP ABNA AFP AGERPRES AGI ANA ANI ANP ANSA ANTARA AP APA APP APS BBC BELGA BELTA BERNAMA CNA CNS CP CTK DHA DPA'.split(
    ' '
  ),
  ...'EFE ETA EUPE IANS INA IRNA JIJI KCNA KUNA LETA LUSA MAP MENA MTI NAN NNA NTB NZPA PA PAP PTI QNA RIA RITZAU SANA'.split(
    ' '
  ),
  ...'SAPA SDA SNA SPA SPS SPX STA STT TANJUG TAP TASS TT UNI UNIAN UPI VNA WAFA WAM XINHUA YONHAP ats apa dpa sda'.split(
    ' '
  ),
  ...['Anadolu', 'Bernama', 'Interfax', 'Jiji', 'Kyodo', 'RIA Novosti', 'Reuters', 'Ritzau', 'Sputnik', 'TASR'],
  ...['Ukrinform', 'Xinhua', 'Yonhap'],
]);

/** Agencies by their whole names. */
export const AGENCY_NAMES: Readonly<Record<string, string>> = {
  'Agence France-Presse': 'AFP',
  'Associated Press': 'AP',
  'Deutsche Presse-Agentur': 'dpa',
  Reuter: 'Reuters',
  'The Associated Press': 'AP',
  'United Press International': 'UPI',
};
