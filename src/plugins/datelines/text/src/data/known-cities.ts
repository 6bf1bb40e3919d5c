/**
 * Cities that agencies set without region or country, folded by `foldName`: capitals, the largest, and those that
 * stylebooks let stand alone, in English and in the languages of the house styles.
 *
 * @see AP Stylebook, "datelines"; AFP English stylebook, "datelines"; Reuters Handbook of Journalism, "datelines"
 */
const AMERICAN = [
  'albany,anchorage,annapolis,atlanta,austin,baltimore,baton rouge,boise,boston,buffalo,cape canaveral,charlotte',
  'chicago,cincinnati,cleveland,columbus,dallas,denver,des moines,detroit,el paso,fort lauderdale,fort worth,fresno',
  'hartford,hollywood,honolulu,houston,indianapolis,jacksonville,kansas city,las vegas,little rock,long beach',
  'los angeles,louisville,memphis,miami,milwaukee,minneapolis,nashville,new haven,new orleans,new york',
  'new york city,newark,oakland,oklahoma city,omaha,orlando,palo alto,philadelphia,phoenix,pittsburgh,portland',
  'providence,raleigh,richmond,rochester,sacramento,salt lake city,san antonio,san diego,san francisco,san jose',
  'santa fe,seattle,spokane,st louis,st paul,stamford,tampa,toledo,tucson,tulsa,washington,wichita,wilmington',
];

const ELSEWHERE = [
  'aachen,aarhus,abidjan,abu dhabi,abuja,accra,addis ababa,adelaide,aden,agra,ahmedabad,aleppo,alexandria,alger',
  'algiers,almaty,amman,amsterdam,ancona,andorra la vella,ankara,antananarivo,antwerp,aosta,apia,arequipa,aruba',
  'ashgabat,asmara,astana,asuncion,athenes,athens,auckland,augsburg,bagdad,baghdad,bahrain,baku,bamako',
  'bandar seri begawan,bandung,bangalore,bangkok,bangui,banjul,barcelona,barcelone,bari,barranquilla,basel,basle',
  'basra,bayonne,beijing,beirut,belem,belfast,belgrad,belgrade,belmopan,belo horizonte,bengaluru,benghazi,bergen',
  'berlin,berlin est,bern,berne,beyrouth,bhopal,bilbao,birmingham,bishkek,bissau,bochum,bogota,bologna,bolzano',
  'bombay,bonn,bordeaux,braga,brasilia,bratislava,brazzaville,bremen,brest,bridgetown,brisbane,bristol,bruges',
  'bruselas,brussel,brussels,bruxelles,bucarest,bucharest,budapest,buenos aires,bujumbura,bukarest,bulawayo,bursa',
  'busan,cagliari,cairo,calcutta,calgary,cali,canberra,canton,cape town,caracas,cardiff,casablanca,castries,catania',
  'cebu,changchun,changsha,chengdu,chennai,chisinau,chittagong,chongqing,christchurch,ciudad de mexico',
  'ciudad juarez,coimbra,cologne,colombo,conakry,copenhagen,copenhague,cordoba,curitiba,cusco,cuzco,daegu,dakar',
  'dalian,damas,damasco,damascus,damman,danang,dar es salaam,darwin,davao,davos,delhi,den haag,dhahran,dhaka,dijon',
  'dili,djibouti,dodoma,doha,donetsk,dortmund,douala,douvres,dresden,dubai,dublin,dubrovnik,duesseldorf,durban',
  'dushanbe,dusseldorf,east berlin,edimbourg,edinburgh,edmonton,eindhoven,el cairo,erbil,erfurt,estocolmo',
  'estrasburgo,faisalabad,faro,firenze,florence,florenz,fortaleza,francfort,frankfurt,frankfurt am main,freetown',
  'fukuoka,fukushima,fuzhou,gaborone,gaza,gaza city,gdansk,geneva,geneve,genf,genoa,genova,georgetown,ghent',
  'gibraltar,ginebra,ginevra,gitega,glasgow,goteborg,gothenburg,granada,graz,grenoble,grozny,guadalajara,guangzhou',
  'guatemala,guatemala city,guayaquil,haag,haifa,halifax,hambourg,hamburg,hamburgo,hangzhou,hannover,hanoi,hanover',
  'harare,harbin,havana,havanna,heidelberg,helsinki,hiroshima,ho chi minh city,hobart,hong kong,honiara,hyderabad',
  'ibadan,incheon,innsbruck,irkutsk,isfahan,islamabad,istanbul,izmir,jaffna,jaipur,jakarta,jeddah,jenin,jerusalem',
  'jerusalen,johannesburg,juba,kabul,kairo,kampala,kandahar,kano,kanpur,kaohsiung,kapstadt,karachi,karlsruhe,kassel',
  'kathmandu,kawasaki,kazan,kharkiv,kharkov,khartoum,kherson,kiel,kiev,kiew,kigali,kingston,kinshasa,kirkuk,kobe',
  'kobenhavn,koeln,kolkata,koln,kopenhagen,kopenhamn,krakow,kuala lumpur,kunming,kuwait,kuwait city,kyiv,kyoto',
  'l aquila,la habana,la havane,la haya,la haye,la paz,la plata,lagos,lahore,lausana,lausanne,le caire,leeds',
  'leipzig,lhasa,libreville,liege,lille,lilongwe,lima,linz,lisboa,lisbon,lisbonne,lissabon,liverpool,ljubljana,lodz',
  'lome,londen,london,londra,londres,luanda,lucknow,lugano,lusaka,luttich,luxembourg,luxemburg,luxemburgo,lviv,lyon',
  'lyons,macao,macau,madras,madrid,magdeburg,mailand,mainz,makkah,malabo,malaga,malmo,managua,manama,manaus',
  'manchester,mandalay,manila,mannheim,maputo,maracaibo,mariupol,marrakech,marrakesh,marseille,marseilles,marsella',
  'maseru,mashhad,mbabane,mecca,medan,medellin,medina,melbourne,mendoza,metz,mexico,mexico city,milan,milano,minsk',
  'mogadishu,mombasa,monaco,monrovia,monterrey,montevideo,montpellier,montreal,moroni,mosca,moscou,moscow,moscu',
  'moskau,moskou,moskva,mosul,muenchen,mumbai,munchen,munich,murcia,murmansk,muscat,nagasaki,nagoya,nairobi,nancy',
  'nanjing,nantes,naples,napoli,nassau,naypyidaw,nazareth,ndjamena,neapel,neu delhi,new delhi,newcastle,niamey,nice',
  'nicosia,nouadhibou,nouakchott,nova delhi,nova york,novosibirsk,nuernberg,nueva delhi,nueva york,nukualofa',
  'nuremberg,nurnberg,nuuk,odesa,odessa,osaka,oslo,ottawa,ouagadougou,oviedo,oxford,padang,palermo,pamplona,panama',
  'panama city,paramaribo,parigi,parijs,paris,patna,pechino,pekin,peking,pequim,perth,perugia,peshawar,phnom penh',
  'podgorica,port au prince,port louis,port moresby,port of spain,port vila,porto,porto alegre,porto novo,potsdam',
  'praag,prag,praga,prague,praia,pretoria,pristina,pune,pyongyang,qingdao,quebec,quebec city,quezon city,quito',
  'rabat,ramallah,rangoon,rawalpindi,recife,regina,rennes,reykjavik,riga,rimini,rio,rio de janeiro,riyadh,rom,roma',
  'rome,rosario,rostock,rotterdam,rouen,saarbrucken,saigon,salonique,salvador,salzburg,samarkand,san juan,san paolo',
  'san salvador,san sebastian,sanaa,sanremo,santander,santiago,santiago de chile,santo domingo,sao paulo,sao tome',
  'sapporo,saragossa,sarajevo,schwerin,sendai,seoul,seul,sevastopol,sevilla,seville,shanghai,shenyang,shenzhen',
  'simferopol,singapore,singapour,singapur,skopje,sochi,sofia,srinagar,st petersburg,stavanger,stoccolma,stockholm',
  'strasbourg,strassburg,stuttgart,sucre,surabaya,suva,sydney,tabriz,taichung,taipei,tallinn,tangier,tashkent',
  'tbilisi,tegucigalpa,teheran,tehran,tel aviv,the hague,thessaloniki,thimphu,tianjin,tijuana,tirana,tobruk,tokio',
  'tokyo,torino,toronto,toulouse,trento,trier,trieste,tripoli,tunez,tunis,turin,ulaanbaatar,united nations,urumqi',
  'utrecht,vaduz,valencia,valletta,valparaiso,vancouver,varanasi,varsavia,varsovia,varsovie,vatican city,venedig',
  'venezia,venice,venise,verona,victoria,viena,vienna,vienne,vientiane,vigo,vilnius,vladivostok,volgograd,warsaw',
  'warschau,washington dc,wellington,west berlin,wien,wiesbaden,windhoek,winnipeg,wolfsburg,wuhan,xian,yamoussoukro',
  'yangon,yaounde,yekaterinburg,yerevan,yokohama,york,zagreb,zaporizhzhia,zaragoza,zuerich,zurich,zurigo,αθηνα',
  'λευκωσια,алматы,анкара,астана,баку,белград,берлин,бишкек,брюссель,варшава,вашингтон,вена,вильнюс,владивосток',
  'дамаск,дели,душанбе,екатеринбург,ереван,женева,казань,каир,киев,кишинев,киів,лондон,мадрид,минск,москва',
  'новосибирск,нью иорк,париж,пекин,прага,рига,рим,самара,санкт петербург,сеул,софия,сочи,стамбул,таллин,ташкент',
  'тбилиси,тегеран,токио',
];

const setOf = (lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(',')));

/** Cities of the United States. */
export const AMERICAN_CITIES = setOf(AMERICAN);

/** Cities of all other countries. */
export const OTHER_CITIES = setOf(ELSEWHERE);
