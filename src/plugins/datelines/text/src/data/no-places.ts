/**
 * What stands where a place would, in capitals or brackets, and is a label: of corrections, alerts, pictures.
 * Lower case, without signs.
 */
const LABELS = new Set(
  [
    'addition,adds,advisory,alert,analysis,announcement,background,breaking,breaking news,bulletin,clarification,correction,corrections,developing,editors note',
    'exclusive,explainer,fact check,factbox,feature,file photo,for release,graphic,headline,in brief,in short,interview,key points,lead,live,live updates,more,news alert,obituary,note,notes,opinion,photo,photos',
    'preview,profile,quotes,quotebox,read more,recap,refile,repeat,review,related,source,sources,special report,spotlight,summary,table,timeline,trends,update,updates,urgent,video,warning,watch',
    'actualisation,alerte,attention,avis,note de la rédaction,photo dillustration,en direct,à savoir',
    'analyse,chronologie,décryptage,explication,portrait,reportage,reportaje,análisis,cronología,perfil,analisi,scheda,hintergrund,kommentar,meldung,zusammenfassung',
    'achtung,eilmeldung,hinweis,korrektur,aktualisierung,achtung redaktionen',
    'actualización,alerta,aviso,corrección,nota,última hora,urgente,foto,fotos,correção,atualização',
    'rettifica,ultimora,внимание,молния,срочно,фото,видео,исправление',
    'عاجل,صورة,تصحيح,فيديو',
    '그래픽,사진,사진제공,속보,영상,자료,자료사진,정정,제공,写真,写真提供,資料,速報,訂正,重要,快讯,快訊,更正,图,图片,資料圖,资料图',
  ].flatMap((line) => line.split(','))
);

/** A Chinese agency or paper before its city: `中新社北京`. */
const CHINESE_HOUSE = /^\p{Script=Han}{1,5}(?:社|网|網|报|報|讯|訊)/u;

/** How English headings begin; places that begin so too: The Hague, In Salah, As Suwayda, An Najaf. */
const HEADING =
  /^(?:at|by|for|from|how|if|more|no|not|on|that|this|to|what|when|where|which|who|why|with|your)(?:['’]\p{L}+)? |^the (?!bottom$|gap$|hague$|valley$|villages$|woodlands$)/iu;

/** Whether a text is a label, or something else that no place is called. */
export const isNoPlace = (city: string): boolean =>
  CHINESE_HOUSE.test(city) || HEADING.test(city) || LABELS.has(city.toLowerCase().replace(/[^\p{L}\p{M} ]/gu, ''));
