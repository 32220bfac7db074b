//! What is known of countries' names beside Unicode's data and the widget's own list: official names, former ones, stems
//! that several share, and what is called like a country and is none.

/// Other names, a line a country: official ones in English (ISO 3166-1, United Nations, World Bank), and former ones
/// that only one country had.
pub const OTHER: &str = "\
ARE;United Arab Emirates
ARG;Argentine Republic
BEN;Dahomey
BFA;Burkina;Upper Volta;Haute-Volta;Alto Volta
BIH;Bosnia & Herz.;Bosnia and Herz.;Bosnia Herzegovina
BOL;État plurinational de Bolivie;Estado Plurinacional de Bolivia
BRN;Nation of Brunei
CHE;Swiss Confederation;Confédération suisse
CHN;People’s Republic of China;P.R. China;PR China;Mainland China;جمهورية الصين الشعبية
CIV;Republic of Côte d’Ivoire;République de Côte d’Ivoire
COD;Congo-Kinshasa;Congo (Kinshasa);Congo Democratic Republic;D.R. Congo;Dem. Rep. Congo;RD du Congo;R.D. Congo;R.D.C.;Zaïre;الكونغو الديمقراطية;جمهورية الكونغو الديموقراطية
COG;Congo-Brazzaville;Congo (Brazzaville);Congo-Brazza;الكونغو برازافيل
CZE;Czechia;Tchéquie;Chequia
DEU;Federal Republic of Germany;République fédérale d’Allemagne;República Federal de Alemania;Deutschland
DMA;Commonwealth of Dominica
DZA;الجمهورية الجزائرية الديمقراطية الشعبية;People’s Democratic Republic of Algeria;République algérienne démocratique et populaire
EGY;Arab Republic of Egypt;République arabe d’Égypte;República Árabe de Egipto;جمهورية مصر العربية
ESH;Western Sahara;W. Sahara
ESP;Kingdom of Spain
ETH;Abyssinia
FLK;Falkland Islands (Malvinas);Islas Malvinas;Malvinas
FRA;French Republic;République française;República Francesa
FSM;Federated States of Micronesia;États fédérés de Micronésie;Estados Federados de Micronesia;ولايات ميكرونيزيا الموحدة
GAB;République gabonaise;Gabonese Republic
GBR;United Kingdom of Great Britain and Northern Ireland;Royaume-Uni de Grande-Bretagne et d’Irlande du Nord;Reino Unido de Gran Bretaña e Irlanda del Norte;المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية;R.-U.
GEO;Republic of Georgia
GNQ;Eq. Guinea
GIN;Republic of Guinea;République de Guinée;República de Guinea;Guinea (Conakry);Guinea-Conakry;Guinée-Conakry;Guinée (Conakry);جمهورية غينيا
HKG;Hong Kong;Hongkong;Hong Kong SAR;Hong Kong SAR, China;China, Hong Kong;China, Hong Kong SAR;Hong Kong Special Administrative Region of China;Hong Kong, China
ITA;Italian Republic;République italienne
IRN;Iran, I.R.;R.I. Iran;République islamique d’Iran;República Islámica del Irán;جمهورية إيران الإسلامية;Persia;Perse
JOR;Hashemite Kingdom of Jordan;المملكة الأردنية الهاشمية
KEN;Kenya
KHM;Kampuchea;Kâmpuchéa
KGZ;République kirghize;República Kirguisa
KOR;Republic of Korea;Korea (South);South Korea;S. Korea;République de Corée;Corée (République de);República de Corea;Corée du Sud;جمهورية كوريا
LAO;Lao People’s Democratic Republic;Lao People’s DR;République démocratique populaire lao;República Democrática Popular Lao;جمهورية لاو الديمقراطية الشعبية;Lao
LBN;الجمهورية اللبنانية;Lebanese Republic;République libanaise
LBY;Libyan Arab Jamahiriya;Jamahiriya arabe libyenne;Jamahiriya Árabe Libia
LKA;Ceylon;Ceylan;Ceilán
MAC;Macao;Macau;Macao SAR;Macao SAR, China;China, Macao SAR;Macau SAR;China, Macao;Macao, China
MAF;Saint Martin (French part);St. Martin (French part);Saint-Martin (partie française);Collectivity of Saint Martin
MAR;المملكة المغربية
MDA;République de Moldova;República de Moldova;جمهورية مولدوفا;Moldavia
MEX;United Mexican States;Estados Unidos Mexicanos;États-Unis du Mexique
MKD;The former Yugoslav Republic of Macedonia;Macedonia, FYR;FYR Macedonia;FYR of Macedonia;TFYR Macedonia;Ex-République yougoslave de Macédoine;L’ex-République yougoslave de Macédoine;ex República Yugoslava de Macedonia;la ex República Yugoslava de Macedonia;Republic of North Macedonia
MMR;Union of Myanmar;Republic of the Union of Myanmar;Myanmar
MRT;الجمهورية الإسلامية الموريتانية
NLD;Kingdom of the Netherlands;Royaume des Pays-Bas;Reino de los Países Bajos
PNG;Independent State of Papua New Guinea
PRI;Puerto Rico (US)
PRK;Democratic People’s Republic of Korea;Korea (North);North Korea;N. Korea;Korea, DPR;D.P.R. Korea;République populaire démocratique de Corée;RPD de Corée;República Popular Democrática de Corea;جمهورية كوريا الديمقراطية الشعبية
PRT;Portuguese Republic;República Portuguesa
PSE;State of Palestine;Occupied Palestinian Territory;Occupied Palestinian Territories;Palestinian Territory;Palestinian Territory, Occupied;West Bank and Gaza;West Bank and Gaza Strip;État de Palestine;Estado de Palestina;دولة فلسطين
RUS;Russia
SAU;Kingdom of Saudi Arabia;Royaume d’Arabie saoudite;Reino de la Arabia Saudita;Arabia Saudita;Arabie saoudite
SDN;Republic of the Sudan;The Sudan
SSD;S. Sudan
SVN;Republic of Slovenia
SXM;Sint Maarten (Dutch part);Saint-Martin (partie néerlandaise);St. Maarten
SYR;République arabe syrienne;República Árabe Siria;الجمهورية العربية السورية
SWZ;Kingdom of Swaziland;Royaume du Swaziland;Swazilandia;Suazilandia
THA;Siam
TLS;Democratic Republic of Timor-Leste
TGO;République togolaise;Togolese Republic
TTO;Trinidad y Tabago
TUN;République tunisienne;الجمهورية التونسية
TUR;Republic of Turkey;Republic of Türkiye;Turquie;Turquía
TWN;Taiwan, Province of China;Taiwan, China;Taiwan Province of China;Chinese Taipei;Taipei, Chinese;Taiwan (Republic of China);Taiwan R.O.C.
TZA;Tanzania, United Republic of;République-Unie de Tanzanie;República Unida de Tanzania;جمهورية تنزانيا المتحدة
USA;EEUU;EE.UU.;E.U.A.;EUA;US of A;United States
VAT;Vatican City State;Holy See (Vatican City State);Vatican City;Cité du Vatican;Ciudad del Vaticano;Saint-Siège (État de la Cité du Vatican)
VEN;Venezuela, RB;Venezuela, R.B.;République bolivarienne du Venezuela;República Bolivariana de Venezuela;جمهورية فنزويلا البوليفارية
VGB;British Virgin Islands;Virgin Islands (British);Virgin Islands (UK);Virgin Islands, British;Îles Vierges britanniques;Islas Vírgenes Británicas
VIR;United States Virgin Islands;US Virgin Islands;U.S. Virgin Islands;Virgin Islands (U.S.);Virgin Islands (US);Virgin Islands of the United States;Îles Vierges américaines;Islas Vírgenes de los Estados Unidos
VNM;Socialist Republic of Viet Nam;Socialist Republic of Vietnam;République socialiste du Viet Nam
WSM;Western Samoa;Samoa occidentales;Samoa Occidental;Independent State of Samoa
XKX;Republic of Kosovo;Kosovo (UNSCR 1244);Kosovo under UNSCR 1244/99
YEM;Republic of Yemen;République du Yémen;República del Yemen;الجمهورية اليمنية
ZWE;Rhodesia;Rhodésie;Rodesia";

/// Stems that the names of several countries share: a bare one means none of them.
pub const SEVERAL: &str = "\
COD COG;Congo;Le Congo;El Congo;الكونغو;كونغو
KOR PRK;Korea;Corée;Corea;Coreia;كوريا
GIN GNB GNQ PNG;Guinea;Guinée;Guiné;غينيا
VGB VIR;Virgin Islands;Îles Vierges;Islas Vírgenes;Ilhas Virgens;جزر العذراء;جزر فرجن;جزر فيرجن;الجزر العذراء
GUF GUY;Guiana
MAF SXM;Saint Martin;Saint-Martin;San Martín;São Martinho;Sint Martin;سان مارتن;سانت مارتن;سان مارتين";

/// Words that name the form of a state.
pub const FORMS: &str = "\
republic democratic federal islamic islamique islamica arab arabe popular populaire peoples socialist socialiste socialista kingdom \
royaume reino reinado state etat estado united unie unida sultanate sultanat sultanato principality principaute principado \
commonwealth grand grande gran duchy duche ducado grao cooperative cooperativa oriental orientale plurinational plurinational \
plurinacional bolivarian hashemite hachemite hachemita independent independant independiente union nation states federacion \
جمهورية الجمهورية المملكة مملكة دولة سلطنة إمارة العربية الإسلامية الديمقراطية الشعبية الاتحادية المتحدة الاشتراكية";

/// Stems that more than one state has or had, or that a part of a state has, too: with the form of a state they need an
/// entry of their own.
pub const GUARDED: &str =
    "China;Yemen;Vietnam;Viet Nam;Germany;Allemagne;Alemania;Georgia;Ireland;Sahara;الصين;اليمن";

/// What is called like a country and is none, with what it is.
pub const NO_COUNTRY: [(&str, &str); 5] = [
    (
        "a group of countries, not one",
        "\
EU;European Union;UE;Union européenne;Unión Europea;União Europeia;الاتحاد الأوروبي;E.U.;U.E.;EU27;EU-27;EU 28;EU-28;EU25;EU15;European Community;\
European Communities;EC;Eurozone;Euro area;European Economic Area;EEA;Schengen;African Union;Union africaine;Unión Africana;\
الاتحاد الأفريقي;AU;ASEAN;OECD;OCDE;NATO;OTAN;G7;G8;G20;G77;BRICS;CIS;Commonwealth;Commonwealth of Nations;Arab League;League of Arab States;\
جامعة الدول العربية;GCC;ECOWAS;CEDEAO;SADC;MERCOSUR;Mercosul;CARICOM;Benelux;Nordic countries;Baltic states;Baltics;OPEC;OPEP;\
United Nations;UN;ONU;Nations Unies;Naciones Unidas;الأمم المتحدة;UN member states;EU member states;Member states;All members;G-20;G-7",
    ),
    (
        "an aggregate",
        "\
World;Monde;Mundo;العالم;The world;Worldwide;Global;Globe;International;All countries;Tous les pays;Todos los países;جميع البلدان;\
Other;Others;Other countries;Autres;Autres pays;Otros;Otros países;Rest of the world;Rest of world;RoW;Total;Average;Mean;\
High income;Low income;Middle income;Low & middle income;Upper middle income;Lower middle income;Developing countries;Developed countries;\
Least developed countries;LDCs;LDC;Small island developing states;SIDS;Landlocked developing countries;LLDCs;Emerging markets",
    ),
    (
        "a region",
        "\
Africa;Afrique;África;أفريقيا;إفريقيا;Europe;Europa;أوروبا;Asia;Asie;آسيا;Oceania;Océanie;Oceanía;أوقيانوسيا;Americas;The Americas;\
Amériques;Américas;Las Américas;الأمريكتان;North America;Amérique du Nord;América del Norte;أمريكا الشمالية;South America;Amérique du Sud;\
América del Sur;أمريكا الجنوبية;Latin America;Amérique latine;América Latina;أمريكا اللاتينية;Latin America and the Caribbean;\
Latin America & Caribbean;Amérique latine et Caraïbes;América Latina y el Caribe;Central America;Amérique centrale;América Central;\
Centroamérica;أمريكا الوسطى;Caribbean;The Caribbean;Caraïbes;Caribe;El Caribe;الكاريبي;Middle East;Moyen-Orient;Oriente Medio;الشرق الأوسط;\
Middle East and North Africa;Middle East & North Africa;MENA;North Africa;Northern Africa;Afrique du Nord;شمال أفريقيا;\
Sub-Saharan Africa;Afrique subsaharienne;África subsahariana;West Africa;Western Africa;Afrique de l’Ouest;East Africa;Eastern Africa;\
Afrique de l’Est;Central Africa;Middle Africa;Afrique centrale;Southern Africa;Afrique australe;South Asia;Southern Asia;Asie du Sud;\
East Asia;Eastern Asia;East Asia & Pacific;Southeast Asia;South-East Asia;South-eastern Asia;Asie du Sud-Est;Central Asia;Asie centrale;\
Western Asia;West Asia;Asia Pacific;Asia and Pacific;Asia and the Pacific;Asia-Pacific;Pacific;Pacific Islands;Western Europe;Eastern Europe;\
Northern Europe;Southern Europe;Central Europe;Europe and Central Asia;Europe & Central Asia;Balkans;Western Balkans;Scandinavia;Maghreb;Sahel;\
Melanesia;Polynesia;Antilles;West Indies;Arab world;Monde arabe;Mundo árabe;العالم العربي;Caucasus;Iberia",
    ),
    (
        "a part of a country, with no code of its own",
        "\
Scotland;Écosse;Escocia;Escócia;اسكتلندا;England;Angleterre;Inglaterra;إنجلترا;انجلترا;Wales;Pays de Galles;Gales;País de Gales;ويلز;Northern Ireland;\
Irlande du Nord;Irlanda del Norte;أيرلندا الشمالية;Ulster;England and Wales;Catalonia;Catalogne;Cataluña;Basque Country;Flanders;Wallonia;Bavaria;\
Bavière;Québec;Quebec;Ontario;Alberta;British Columbia;California;Texas;Florida;Alaska;Hawaii;Tibet;Xinjiang;Chechnya;Crimea;Crimée;Crimea;\
Zanzibar;Canary Islands;Azores;Madeira;Corsica;Corse;Sicily;Sardinia;Tasmania;Rodrigues;Tobago;Trinidad;Nevis;Barbuda;Sarawak;Sabah;Galápagos;\
Bougainville;Kurdistan;Iraqi Kurdistan;Kurdistan Region of Iraq;كردستان;Puntland;Gaza;Gaza Strip;West Bank;Ceuta;Melilla;Great Britain (England)",
    ),
    (
        "a territory with no code of its own",
        "\
Somaliland;أرض الصومال;Northern Cyprus;Turkish Republic of Northern Cyprus;Chypre du Nord;TRNC;Transnistria;Transnistrie;Abkhazia;Abkhazie;South Ossetia;\
Ossétie du Sud;Nagorno-Karabakh;Artsakh;Ascension;Tristan da Cunha;Channel Islands",
    ),
];

/// Dissolved states, in their names, and the states that came of them.
pub const FORMER: [(&str, &str); 16] = [
    (
        "BIH HRV MKD MNE SRB SVN XKX",
        "Yugoslavia;Yougoslavie;Jugoslavia;Iugoslávia;يوغوسلافيا;SFR Yugoslavia;Former Yugoslavia;Ex-Yugoslavia;Ex-Yougoslavie;Antigua Yugoslavia;ex Yugoslavia;Socialist Federal Republic of Yugoslavia;SFRY;YUG;Federal Republic of Yugoslavia;FR Yugoslavia;République fédérale de Yougoslavie;YU",
    ),
    (
        "ARM AZE BLR EST GEO KAZ KGZ LTU LVA MDA RUS TJK TKM UKR UZB",
        "Soviet Union;USSR;U.S.S.R.;Union of Soviet Socialist Republics;URSS;U.R.S.S.;Union soviétique;Unión Soviética;União Soviética;الاتحاد السوفيتي;الاتحاد السوفياتي;Former Soviet Union;SUN",
    ),
    (
        "CZE SVK",
        "Czechoslovakia;Czecho-Slovakia;Tchécoslovaquie;Checoslovaquia;Checoeslovaquia;Tchecoslováquia;تشيكوسلوفاكيا;Czech and Slovak Federal Republic;CSK;ČSSR;CSFR",
    ),
    (
        "DEU",
        "East Germany;German Democratic Republic;GDR;RDA;République démocratique allemande;República Democrática Alemana;Allemagne de l’Est;Alemania Oriental;Alemania del Este;ألمانيا الشرقية;DDR;German Dem. Rep.;Germany, East",
    ),
    (
        "DEU",
        "West Germany;Allemagne de l’Ouest;Alemania Occidental;Alemania del Oeste;ألمانيا الغربية;Germany, West",
    ),
    (
        "MNE SRB",
        "Serbia and Montenegro;Serbie-et-Monténégro;Serbie et Monténégro;Serbia y Montenegro;Sérvia e Montenegro;صربيا والجبل الأسود;State Union of Serbia and Montenegro;SCG",
    ),
    (
        "ABW BES CUW SXM",
        "Netherlands Antilles;Antilles néerlandaises;Antillas Neerlandesas;Antillas Holandesas;Dutch Antilles;جزر الأنتيل الهولندية;ANT",
    ),
    (
        "YEM",
        "South Yemen;North Yemen;Yemen Arab Republic;People’s Democratic Republic of Yemen;Democratic Yemen;Yémen du Sud;Yémen du Nord;Yemen del Sur;Yemen del Norte;اليمن الجنوبي;اليمن الشمالي;Yemen, North;Yemen, South",
    ),
    (
        "VNM",
        "South Vietnam;South Viet Nam;North Vietnam;North Viet Nam;Republic of Viet-Nam;Republic of Vietnam;Democratic Republic of Vietnam;Sud-Vietnam;Vietnam del Sur;Vietnam del Norte",
    ),
    ("TZA", "Tanganyika"),
    ("EGY SYR", "United Arab Republic;République arabe unie;República Árabe Unida;الجمهورية العربية المتحدة"),
    ("FSM MHL MNP PLW", "Trust Territory of the Pacific Islands;Pacific Islands (Trust Territory)"),
    ("MWI ZMB ZWE", "Federation of Rhodesia and Nyasaland;Rhodesia and Nyasaland"),
    ("ERI ETH", "Ethiopia and Eritrea;Ethiopia (including Eritrea)"),
    ("AUT HUN", "Austria-Hungary;Autriche-Hongrie;Austria-Hungría"),
    ("SDN SSD", "Sudan (former);Former Sudan;Sudan (pre-2011)"),
];

/// Codes of the International Olympic Committee that are not those of ISO 3166-1, with the latter.
pub const OLYMPIC: &str = "\
ALG DZA ANG AGO ANT ATG ARU ABW ASA ASM BAH BHS BAN BGD BAR BRB BER BMU BHU BTN BIZ BLZ BOT BWA BRN BHR BRU BRN BUL BGR BUR BFA CAM KHM \
CAY CYM CGO COG CHA TCD CHI CHL CRC CRI CRO HRV DEN DNK ESA SLV FIJ FJI GAM GMB GBS GNB GEQ GNQ GER DEU GRE GRC GRN GRD GUA GTM GUI GIN \
HAI HTI HON HND INA IDN IRI IRN ISV VIR IVB VGB KOS XKX KSA SAU KUW KWT LAT LVA LBA LBY LES LSO LIB LBN MAD MDG MAS MYS MAW MWI MGL MNG \
MON MCO MRI MUS MTN MRT MYA MMR NCA NIC NED NLD NEP NPL NGR NGA NIG NER OMA OMN PAR PRY PHI PHL PLE PSE POR PRT PUR PRI RSA ZAF SAM WSM \
SEY SYC SIN SGP SKN KNA SLO SVN SOL SLB SRI LKA SUD SDN SUI CHE TAN TZA TGA TON TOG TGO TPE TWN TRI TTO UAE ARE URU URY VAN VUT VIE VNM \
VIN VCT ZAM ZMB ZIM ZWE";
