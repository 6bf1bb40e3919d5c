/** Where a language's full stops don't end a sentence. Each list is words between blanks, without their last stop. */
export interface AbbreviationList {
  /** Never the end of a sentence: titles, and words that ask for another. */
  joins: string;
  /** Not the end before a digit: months, numbers of pages. */
  joinsBeforeDigit: string;
  /** The end of a sentence only where one of the starters follows. Initials and `U.S.` are known without a list. */
  mayEnd: string;
  /** Words that start sentences and no names, as they are written there; `L'` where the next word is joined to it. */
  starters: string;
  /** Whether a full stop after a number makes it an ordinal: German `3. Oktober`. */
  hasOrdinals?: boolean;
}

/** Written the same way in most languages, in names of foreign people and firms. */
export const ANY_LANGUAGE: AbbreviationList = {
  joins: 'Mr Mrs Ms Dr Prof',
  joinsBeforeDigit: 'p pp',
  mayEnd: 'St Jr Sr Inc Corp Co Ltd Bros etc',
  starters: '',
};

/**
 * By language code. To add a language, add a list; to mend one, add the word that a teaser was cut after.
 *
 * A word that often ends a sentence in the same spelling (Russian `им`, to them; `им. Ленина`) stands in `mayEnd`.
 */
export const ABBREVIATIONS: Readonly<Record<string, AbbreviationList>> = {
  cs: {
    joins:
      'prof doc dr Ing Mgr Bc JUDr MUDr PhDr RNDr PaedDr ThDr MVDr gen plk pplk mjr kpt por sv tzv tzn např srov viz',
    joinsBeforeDigit: 'č čl str odst par roč',
    mayEnd: 'CSc atd apod aj mj ul nám tř tis mil mld hod min Kč r stol',
    starters:
      'V Ve Na Po Při Před Od Do Za Z Ze S Se K Ke O A Ale I To Ten Ta Ti Tento Tato On Ona Oni Je Jsou Byl Byla Podle Pokud Když Kdy Kde Jak Co Kdo Proto Také Však Už Nyní Jeho Její Jejich Není Podobně',
    hasOrdinals: true,
  },
  da: {
    joins: 'hr fr dr prof kgl sml jf bl.a f.eks d.v.s dvs ca fx pga ifm vedr tidl afd',
    joinsBeforeDigit: 'jan feb apr jun jul aug sep sept okt nov dec kl nr s pkt kap art stk tlf st',
    mayEnd: 'osv m.m m.v o.a o.l mio mia kr pct km min sek e.Kr f.Kr a.m.b.a',
    starters:
      'Det Den De Der Han Hun Vi Jeg Man I På Til Fra Med Men Og Som Når Da Hvis Efter Før Under Ifølge Et En Ved For Om Af Dette Denne Disse Også Her Hvad Hvor Hvorfor Hvordan Hvem Ingen Ikke Nu Så Selv Siden Samtidig Desuden',
    hasOrdinals: true,
  },
  de: {
    joins:
      'Hr Hrn Fr Frl Dr Prof Dipl Ing Mag Frhr Abg Hl jur med phil rer nat habil vgl bzw sog z z.B d.h ca evtl ggf inkl exkl insb zzgl einschl gem lt v i o u verh geb gest gegr ehem stellv zw bes betr Min.-Präs',
    joinsBeforeDigit:
      'Jan Feb Mrz Apr Jun Jul Aug Sep Sept Okt Nov Dez Nr Nrn S Art Abs Bd Bde Kap Ziff Abb Tab Anm Aufl Rn Tel Jg Str',
    mayEnd: 'usw u.a u.v.m a h s Chr v.Chr n.Chr Mio Mrd Tsd Str Std Min Sek Abt Tel allg Bhf Jh Jhd Co Mill',
    starters:
      'Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ich Ihr Man Dies Diese Dieser Dieses Diesen Jene Jeder Jede Sein Seine Seinen Ihre Ihren Unser In Im Am An Auf Aus Bei Beim Bis Durch Für Gegen Mit Nach Nachdem Neben Ohne Seit Seitdem Trotz Über Um Unter Von Vom Vor Während Wegen Zu Zum Zur Zwischen Aber Auch Als Also Bereits Da Dabei Dafür Dagegen Daher Damals Damit Danach Dann Daraufhin Darum Dennoch Denn Deshalb Doch Dort Einige Erst Falls Heute Gestern Morgen Hier Hinzu Ihm Immer Insgesamt Inzwischen Jedoch Jetzt Kein Keine Laut Mehr Nicht Noch Nun Nur Ob Obwohl Oder Schon So Sobald Somit Später Und Viele Wann Warum Was Weil Weitere Welche Wenn Wer Wie Wo Zudem Zuletzt Zunächst Zuvor Zwar',
    hasOrdinals: true,
  },
  en: {
    joins:
      'Mr Mrs Ms Mx Messrs Mmes Dr Drs Prof Profs Gov Govs Sen Sens Rep Reps Gen Gens Lt Col Cols Maj Capt Cmdr Cdr Comdr Cpl Sgt Sgts Pvt Pfc Spc Adm Ens Brig Rev Revs Fr Hon Pres Supt Det Insp Atty Asst Assoc Amb Msgr Dist Wm Chas Geo Jas Thos vs v e.g i.e cf viz approx',
    joinsBeforeDigit:
      'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec No Nos Vol Vols Ch Chap Fig Figs Art Arts Sec para paras Ex Op Rt Hwy Ext Apt Flt p pp',
    mayEnd:
      'St Ste Mt Ft Pt Jr Sr Bro Inc Corp Co Cos Ltd Plc LLC Bros Assn Dept Univ Inst Intl Natl Govt Ave Blvd Rd Hwy Sq Ph.D Esq Sec Dep al etc est min sec hr hrs Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ont Ore Pa Que Tenn Vt Va Wash Wis Wyo',
    starters:
      'The A An He She It They We I You This That These Those His Her Its Their Our My Your There Here In On At By For From With Without To Of As If When While Where Why Who What Which How After Before Since Until Under Over Between Among During Despite Because Although Though But And Or So Yet Nor Then Thus However Meanwhile Moreover Nevertheless Still Also Instead Later Earlier Now Today Yesterday Tomorrow Once Only Even Just Some Many Most Several All Both Each Every Few More Other Others Another Such Any None No Nobody Not Nothing One Two Three Last Next According Asked Afterward Afterwards About Above Across Against Along Is Are Was Were Do Did Does Has Have Had Will Would Can Could Should',
  },
  es: {
    joins:
      'Sr Sra Srta Sres Sras Dr Dra Dres D Dña Da Lic Ing Arq Prof Profa Gral Cnel Tte Cmdte Cap Sgto Alm Sto Sta Mons Pbro Hno Hna Fdo Excmo Excma Ilmo Ilma Rvdo Presid p.ej ej EE FF RR aprox cf cfr',
    joinsBeforeDigit:
      'ene feb abr jun jul ago sept set oct nov dic núm núms Nº nº No pág págs art arts cap vol fig tel s',
    mayEnd:
      'UU EE.UU AA HH OO Ud Uds Vd Vds S.A S.L Cía Hnos Av Avda Dpto Depto Prov etc a.C d.C C a.m p.m mill máx mín',
    starters:
      'El La Los Las Lo Un Una Unos Unas Él Ella Ellos Ellas Ello Yo Nosotros Usted Este Esta Estos Estas Esto Ese Esa Esos Esas Eso Aquel Aquella Su Sus Mi En De Del Al A Con Por Para Sin Sobre Entre Desde Hasta Hacia Según Tras Durante Ante Bajo Contra Y E O Pero Sino Si Aunque Cuando Mientras Como Donde Porque Pues Que Qué Quién Quien Cuál Cómo Cuándo Dónde También Tampoco Además Así Entonces Luego Después Antes Ahora Hoy Ayer Mañana Ya No Ni Nada Nadie Muchos Muchas Algunos Algunas Todos Todas Todo Otro Otra Otros Otras Cada Sólo Solo Aún Más Se Le Les Hay Es Fue Era Son',
  },
  fi: {
    joins: 'prof tri esim ns mm ks vrt ym.s evp toht kenr ev tal hra',
    joinsBeforeDigit: 'klo nro n s puh ca noin v',
    mayEnd: 'jne ym yms yo ao eKr jKr milj mrd tuh kpl min sek os mlj',
    starters:
      'Hän He Se Ne Tämä Nämä Nuo Tuo Minä Me Te Ja Mutta Kun Jos Kuitenkin Myös Silti Siksi Sitten Nyt Vaikka Koska Lisäksi Viime Mukaan Ei On Oli Ovat Kaikki Moni Monet Vain Että Miten Miksi Mitä Missä Kuka Siellä Täällä',
    hasOrdinals: true,
  },
  fr: {
    joins:
      'M MM Mme Mmes Mlle Mlles Me Mes Dr Drs Pr Prof Mgr Ste Sts Stes Gal Gén Cdt Cap Cne Lt Col Adj av apr env cf vs ex éd dir trad p.ex c.-à-d',
    joinsBeforeDigit: 'janv févr fév avr juil sept oct nov déc no nos n p pp art vol chap fig tél t al',
    mayEnd: 'St etc J.-C Cie Éts bd boul Jr Sr min sec hab',
    starters:
      "Le La Les L' Un Une Des Du De D' Il Elle Ils Elles On Je J' Tu Nous Vous Ce C' Cet Cette Ces Ceux Celle Celui Cela Ça Son Sa Ses Leur Leurs Notre Nos Votre Mon Ma Mes En Dans Au Aux À A Sur Sous Par Pour Avec Sans Selon Après Avant Depuis Pendant Durant Lors Lorsque Lorsqu' Quand Comme Si S' Mais Et Ou Où Or Donc Car Ni Puis Alors Ainsi Aussi Cependant Toutefois Pourtant Néanmoins Enfin Ensuite Hier Demain Aujourd' Déjà Désormais Puisque Parce Malgré Contre Entre Vers Chez Dès Plus Plusieurs Certains Certaines Tous Toutes Tout Toute Chaque Beaucoup Aucun Aucune Qui Que Qu' Quel Quelle Quoi Pourquoi Comment Ne N' Y Même Deux Trois Face Outre",
  },
  id: {
    joins: 'Dr dr Prof Ir Drs Dra H Hj KH Tn Ny Sdr Sdri Jend Letjen Mayjen Brigjen Kol Kapt Jl Gg a.n d.a u.p yth bpk',
    joinsBeforeDigit: 'Jan Feb Mar Apr Jun Jul Agt Agust Sep Sept Okt Nov Des No no hlm hal ps Rp RT RW',
    mayEnd: 'dll dst dsb Tbk S.H S.E M.Si Ph.D kab kec',
    starters:
      'Di Ke Dari Pada Dalam Untuk Dengan Oleh Karena Namun Tetapi Tapi Dan Atau Ini Itu Dia Ia Mereka Kami Kita Saya Menurut Setelah Sebelum Sejak Saat Ketika Jika Bila Sementara Selain Selama Meski Meskipun Adapun Para Sebuah Seorang Hal Bahkan Juga Sedangkan Akan Tidak Ada Apa Siapa Kapan Mengapa Bagaimana',
  },
  it: {
    joins:
      'sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa proff avv ing arch geom rag on sen gen col magg cap ten amm mons cfr p.es es vs mr ca',
    joinsBeforeDigit:
      'gen feb mar apr mag giu lug ago set sett ott nov dic n nn nr num pag pagg p pp art artt vol cap fig tel c lett',
    mayEnd: 'ecc S.p.A s.r.l S.r.l a.C d.C c.d min sec',
    starters:
      "Il Lo La L' I Gli Le Un Uno Una Un' Egli Lui Lei Essi Loro Noi Voi Io Questo Questa Questi Queste Quest' Quello Quella Quelli Ciò Suo Sua Suoi Sue In Nel Nella Nei Nelle Nell' Nello Di Del Della Dei Delle Dell' Dello Da Dal Dalla Dai A Al Alla Ai Alle All' Con Per Su Sul Sulla Tra Fra Senza Secondo Dopo Prima Durante Contro Ma E Ed O Se Quando Mentre Come Dove Perché Poi Così Anche Inoltre Tuttavia Però Infatti Invece Intanto Ora Oggi Ieri Domani Già Non Né Nessuno Molti Molte Alcuni Alcune Tutti Tutte Tutto Ogni Altri Altre Chi Che Cosa C' Si È Era Sono Più",
  },
  nb: {
    joins: 'hr fr dr prof kgl jf bl.a f.eks d.v.s dvs ca pga vedr tidl mht ifm iht',
    joinsBeforeDigit: 'jan feb apr jun jul aug sep sept okt nov des kl nr s pkt kap art tlf st',
    mayEnd: 'osv m.m m.v o.a o.l mill mrd kr pst km min sek e.Kr f.Kr',
    starters:
      'Det Den De Der Han Hun Vi Jeg Man I På Til Fra Med Men Og Som Når Da Hvis Etter Før Under Ifølge Et En Ei Ved For Om Av Dette Denne Disse Også Her Hva Hvor Hvorfor Hvordan Hvem Ingen Ikke Nå Så Selv Siden Samtidig Dessuten',
    hasOrdinals: true,
  },
  nl: {
    joins:
      'dhr mevr mw dr drs ir ing mr prof ds jhr jkvr gen kol luit burg St bijv bv o.a d.w.z m.b.t i.v.m t.o.v m.n ca resp vgl zgn zg jl vm nl ev t.a.v n.a.v',
    joinsBeforeDigit: 'jan feb mrt apr jun jul aug sep sept okt nov dec nr nrs blz p pp art hfst tel par lid',
    mayEnd: 'enz e.d a.s Chr v.Chr n.Chr mln mld min sec st str etc',
    starters:
      'De Het Een Hij Zij Ze Ik Wij We Jij Je U Dit Dat Deze Die Er In Op Aan Met Van Voor Na Nadat Door Bij Uit Als Toen Terwijl Maar En Of Ook Toch Volgens Om Omdat Tijdens Sinds Tot Over Onder Tegen Tussen Zonder Nu Dan Daar Daarna Daarom Daarnaast Hier Wat Wie Waarom Waar Wanneer Hoe Welke Niet Geen Niemand Zijn Haar Hun Onze Mijn Al Alle Veel Sommige Andere Vorig Vorige Vandaag Gisteren Eerder Later Inmiddels Intussen Bovendien Echter Hoewel Wel Zo Zelfs',
  },
  pl: {
    joins:
      'prof dr hab inż mgr lek gen płk ppłk mjr kpt por ks o bp abp kard św śp red ul al pl os tzw tzn np m.in zob ok ur zm wyd pod ps',
    joinsBeforeDigit: 'nr str s t art ust poz rozdz tel godz pkt par',
    mayEnd: 'itd itp r w n.e p.n.e tys godz min sek proc woj pow gm etc im',
    starters:
      'W We Na Po Przy Przed Od Do Za Z Ze O A Ale I To Ten Ta Te Tę Tym On Ona Oni One Jest Są Był Była Było Według Jeśli Jeżeli Gdy Kiedy Gdzie Jak Co Kto Dlatego Także Również Jednak Już Teraz Jego Jej Ich Nie Dla Bez Pod Nad Podczas Jako Ponadto Tymczasem Zdaniem Wczoraj Dziś Dzisiaj Jutro Potem Później Choć Chociaż Ponieważ Więc Tak Tam Tu Czy Wszyscy Wielu Niektórzy',
    hasOrdinals: true,
  },
  pt: {
    joins:
      'Sr Sra Srs Sras Srta Dr Dra Drs Dras D Prof Profa Eng Enga Arq Exmo Exma Ilmo Pe Frei Sto Sta Gen Cel Cap Ten Maj Sgt Alm Brig Dep Des Min Me p.ex ex aprox cf',
    joinsBeforeDigit:
      'jan fev mar abr mai jun jul ago set out nov dez n no núm pág págs p pp art arts cap vol fig tel R s',
    mayEnd: 'etc Ltda Cia S.A a.C d.C a.m p.m Av Pça Trav Univ Depto min seg',
    starters:
      'O A Os As Um Uma Uns Umas Ele Ela Eles Elas Eu Nós Você Vocês Este Esta Estes Estas Isto Esse Essa Esses Essas Isso Aquele Aquela Aquilo Seu Sua Seus Suas Meu Minha Em No Na Nos Nas Num Numa De Do Da Dos Das Ao À Aos Às Com Por Pelo Pela Para Sem Sobre Entre Desde Até Segundo Conforme Após Antes Depois Durante Contra E Ou Mas Porém Contudo Entretanto Todavia Se Embora Quando Enquanto Como Onde Porque Pois Que Quem Qual Também Além Assim Então Agora Hoje Ontem Amanhã Já Não Nem Nada Ninguém Muitos Muitas Alguns Algumas Todos Todas Tudo Outro Outra Outros Outras Cada Só Ainda Mais Há É Foi Era São',
  },
  ru: {
    joins:
      'т.е т.к т.н ул пр-т просп пер наб пл св проф акад доц канд ген подполк адм кап ср напр гос зам зав пом пос дер тов гр о',
    joinsBeforeDigit: 'янв февр фев апр авг сент сен окт нояб дек стр с п пп ст рис табл гл кв д корп тел № ок',
    mayEnd: 'г гг в вв н.э т.д т.п др пр руб коп тыс млн млрд чел мин сек час обл р-н т тт л км см им полк',
    starters:
      'В Во На По С Со К Ко И А Но Да Он Она Они Оно Мы Вы Я Ты Это Этот Эта Эти Этого Этом Тот Та Те Как Что Чтобы Если Когда Где Куда Кто Почему При Для После До Из За От Об О У Под Над Между Через Без Среди Против Также Тоже Однако Кроме Тогда Там Тут Здесь Его Её Ее Их Наш Все Всё Всего Весь Не Ни Нет Ранее Напомним Сейчас Теперь Затем Потом Так Такой Такие Тем То Сам Сама Сами Уже Еще Ещё Ведь Хотя Поэтому Кстати Именно Впрочем Сегодня Вчера Завтра Согласно Многие Некоторые Другие Каждый Только Даже Был Была Были Было',
  },
  sv: {
    joins: 'hr fr dr prof doc gen kapt bl.a t.ex d.v.s dvs fr.o.m t.o.m ca s.k f.d jfr resp p.g.a m.a.o i.o.m tf',
    joinsBeforeDigit: 'jan feb apr jun jul aug sep sept okt nov dec kl nr s sid kap art tel mom',
    mayEnd: 'osv o.s.v m.m m.fl o.d milj mdr mkr kr st tr min sek e.Kr f.Kr etc',
    starters:
      'Det Den De Dem Där Han Hon Vi Jag Du Ni Man I På Till Från Med Utan Men Och Eller Som När Då Om Efter Före Innan Under Över Enligt Ett En Vid För Av Hos Mot Mellan Sedan Detta Denna Dessa Också Här Hur Vad Var Varför Vem Vilka Ingen Inget Inte Nu Så Samtidigt Dessutom Däremot Därför Eftersom Trots Alla Många Några Flera Andra Hans Hennes Deras Vår Sin Idag Igår Senare Tidigare Redan Bara Även Är Har Kan Ska',
  },
  sw: {
    joins:
      'Bw Bi Bib Mhe Dk Dkt Dr Prof Mch Kan Kapt Jen Brig Meja Luteni Lt Ndg Mw Mwl Mt Askofu Alh Sgt Insp Kol k.m k.v mf',
    joinsBeforeDigit: 'Jan Feb Mac Machi Apr Mei Jun Jul Ago Sep Sept Okt Nov Des Na Nam Sh Shs Tsh Ksh uk kur ibara',
    mayEnd: 'n.k k.k St S.L.P B.K K.K etc',
    starters:
      'Katika Kwa Na Lakini Hata Huku Pia Baada Kabla Hii Hiyo Hizo Hizi Huyo Huyu Hao Hawa Hilo Hili Haya Hayo Hapa Hapo Yeye Wao Sisi Mimi Wewe Ninyi Alisema Amesema Wamesema Walisema Anasema Alikuwa Kama Ikiwa Ili Aidha Wakati Ni Si Hakuna Kuna Bila Tangu Hadi Mbali Ingawa Ingawaje Licha Kufuatia Kulingana Hivyo Hivi Kisha Sasa Leo Jana Kesho Watu Wengi Wengine Baadhi Kila Wote Tena Zaidi Nini Nani Kwanini Vipi Lini Wapi Je',
  },
  tr: {
    joins:
      'Dr Prof Doç Yrd Av Sn Uzm Op Öğr Gör Arş Müh Mim Alb Yzb Bnb Org Orgn Korg Tümg Tuğg Tuğa Oramiral Hz Ecz Vet Dz Hv Kd bkz örn yakl krş T.C',
    joinsBeforeDigit: 'Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara No no s sf sh c md m Tel',
    mayEnd: 'vb vs vd St Cad Sok Sk Mah Apt Blv Bul A.Ş Ltd Şti yy M.Ö M.S a.g.e dk sn Kom',
    starters:
      'Bu Şu O Bir Ancak Ama Fakat Ve Veya Ya Onlar Biz Ben Sen Siz Daha Her Hiç Çünkü Ayrıca Bunun Buna Bunu Bunlar Böyle Böylece Öte Öyle Son İlk Yeni Ne Neden Nasıl Kim Nerede İse Eğer Oysa Zira Yine Hem Çok Az En Şimdi Dün Bugün Yarın Sonra Önce Artık Hatta İşte Olay Olayın Yaklaşık Bazı Birçok Diğer Tüm Bütün Onun Ona Onu Kendisi Burada Orada Gece Sabah Değil Var Yok',
    hasOrdinals: true,
  },
  uk: {
    joins: 'т.зв тобто ім вул просп пров пл св проф акад доц ген адм див напр ред заст зав пом о',
    joinsBeforeDigit: 'січ лют бер квіт трав черв лип серп вер жовт лист груд стор с п пп ст рис табл гл кв буд тел №',
    mayEnd: 'р рр ст н.е т.д т.п ін грн коп тис млн млрд чол хв сек год обл р-н м л км с полк',
    starters:
      'У В На По З Із Зі До Від Для Про За Після Перед Під Над Між Без Через При Та Й І А Але Або Він Вона Вони Воно Ми Ви Я Ти Це Цей Ця Ці Той Ті Як Що Щоб Якщо Коли Де Хто Чому Також Однак Проте Тому Тоді Там Тут Його Її Їх Всі Усі Все Не Ні Раніше Нині Зараз Потім Так Сам Вже Ще Адже Хоча Сьогодні Вчора Завтра Згідно Серед Крім Багато Деякі Інші Кожен Лише Навіть Був Була Були',
  },
};
