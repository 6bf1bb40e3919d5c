/**
 * The word that a role ends or begins with, in the languages of bylines; what stands before it says which
 * (`Senior Correspondent`, `Chief Political Editor`, `corrispondente da Roma`).
 */
const ROLE_WORDS = [
  'writer,correspondent,reporter,editor,photographer,columnist,bureau chief,desk chief,analyst,journalist,critic,producer,cartoonist,illustrator,intern,contributor,researcher,commentator,videographer,meteorologist,stringer,staffer,blogger,freelancer,news director',
  'korrespondent,korrespondentin,redakteur,redakteurin,reporterin,chefredakteur,chefredakteurin,fotograf,fotografin,kolumnist,kolumnistin,autor,autorin,volontär,volontärin,redaktion,leiter,leiterin',
  'correspondant,correspondante,rédacteur,rédactrice,journaliste,photographe,chroniqueur,chroniqueuse,envoyé spécial,envoyée spéciale,grand reporter,rédacteur en chef,rédactrice en chef',
  'corresponsal,redactor,redactora,reportero,reportera,periodista,fotógrafo,fotógrafa,columnista,enviado especial,enviada especial,editora,editor jefe',
  'corrispondente,inviato,inviata,inviato speciale,redattore,redattrice,giornalista,fotografo,fotografa,editorialista,caporedattore',
  'correspondente,repórter,jornalista,redator,redatora,enviado especial,enviada especial,colunista',
  'correspondente,redacteur,redactrice,verslaggever,verslaggeefster,fotograaf,hoofdredacteur,journalist',
  'korrespondent,redaktör,reporter,fotograf,krönikör,chefredaktör,utrikeskorrespondent,journalist,redaktør,korrespondenten',
].flatMap((line) => line.split(','));

const WORDS = [...new Set(ROLE_WORDS)].sort((a, b) => b.length - a.length).join('|');
/** A few words of which the last, or one before a preposition, is a role's. */
const ROLE = new RegExp(
  `^(?:[\\p{L}\\p{N}.&'’/-]+ ){0,5}?(?:co-|vice[- ]|deputy[- ]|sub-)?(?:${WORDS})s?(?: (?:of|for|at|en|de|du|des|für|del|della|di|chief|emeritus|en chef|in chief|at large)(?: [\\p{L}\\p{N}.&'’/-]+){0,4})?$|^(?:[\\p{L}.&'’-]+ ){0,4}(?:editor|writer)-(?:in-chief|at-large)$|^(?:chief|head|director|deputy head) of [\\p{L} &]{2,40}$`,
  'iu'
);

/** Whether a text says what someone is: a role as newsrooms have them. */
export const isRole = (text: string): boolean => text.length <= 80 && ROLE.test(text);

/** Letters behind a name that degrees and honours give: `PhD`, `OBE`, `M.D.`, `Dr. med.`. */
const LETTERS = new Set(
  'phd dphil md mba ma msc bsc ba bs ms mph llb llm jd dds dvm rn edd esq cpa cfa pe mp mep msp mla mpp qc kc sc cbe obe mbe kbe dbe gbe ch om cvo mvo frs frse fba freng fra facc ao am oam ac cc cm oc onz cnzm dsc dso dfc mc vc gc bem jp sj op osb ofm cssr ret usn usaf usmc usa frcp mrcp facs faia ra psyd scd drph dmin mdiv mfa bfa bed med meng beng mdb mdl mdep'.split(
    ' '
  )
);

/** Whether a text is such letters, with points or without. */
export const isHonour = (text: string): boolean =>
  /^(?:\p{L}{1,5}\.?-?){1,4}$/u.test(text) &&
  /\p{Lu}/u.test(text) &&
  LETTERS.has(text.replace(/[.\s-]/g, '').toLowerCase());
