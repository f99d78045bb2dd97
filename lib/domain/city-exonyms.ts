/**
 * Cities without a time zone of their own, which CLDR therefore does not name, by country: what they are called where they
 * are, and in other languages. Only forms that differ once they are folded. Left out are forms that are also a country
 * (Monaco), a common given name (Ginevra, Florencia) or mostly another city (Syracuse).
 */
export const cityExonyms = `
AE Abu Dhabi|Abou Dabi|Abou Dhabi|Abu Zabi|Abu Dabi
AL Durrës|Durazzo|Durres
AT Graz|Gradec
AT Klagenfurt|Celovec|Klagenfurt am Wörthersee
BE Antwerpen|Antwerp|Anvers|Amberes|Anversa|Antuérpia|Antwerpia
BE Brugge|Bruges|Brügge|Brujas|Brugia
BE Gent|Ghent|Gand|Gante|Gandawa
BE Kortrijk|Courtrai
BE Leuven|Louvain|Löwen|Lovaina|Lovanio|Leuwen
BE Liège|Luik|Lüttich|Lieja|Liegi
BE Mechelen|Malines|Mecheln|Malinas
BE Oostende|Ostend|Ostende|Ostenda
BE Tournai|Doornik
BG Plovdiv|Philippopolis|Plowdiw|Filibe
BG Varna|Warna
BY Brest|Brest-Litovsk|Brześć
BY Hrodna|Grodno
CH Basel|Basle|Bâle|Basilea|Basileia|Bazylea
CH Bern|Berne|Berna|Berno
CH Genève|Geneva|Genf|Ginebra|Genebra|Genewa|Cenevre|Ženeva|Geneve
CH Lausanne|Losanna|Lausana|Lozanna
CH Luzern|Lucerne|Lucerna
CH St. Gallen|Saint Gall|Saint-Gall|Sankt Gallen|San Gallo|St Gallen
CH Fribourg|Freiburg im Üechtland|Friburgo di Svizzera
CN Beijing|Peking|Pékin|Pequín|Pequim|Pechino|Pekin|北京|Пекин
CN Guangzhou|Kanton|Cantón|Cantão|广州|廣州
CN Nanjing|Nanking|Nankin|Nanquim|Nanchino|南京
CN Shenzhen|深圳
CN Tianjin|Tientsin|天津
CN Xi'an|Xian|西安
CN Chengdu|成都
CN Hangzhou|杭州
CZ Brno|Brünn
CZ České Budějovice|Budweis|Ceske Budejovice
CZ Karlovy Vary|Karlsbad|Carlsbad in Böhmen
CZ Olomouc|Olmütz|Ołomuniec
CZ Ostrava|Ostrau|Ostrawa
CZ Plzeň|Pilsen|Pilzno
DE Aachen|Aix-la-Chapelle|Aken|Aquisgrán|Aquisgrana|Akwizgran|Cáchy
DE Augsburg|Augsbourg|Augusta di Baviera|Augsburgo
DE Braunschweig|Brunświk
DE Bremen|Brême|Brema
DE Dresden|Dresde|Dresda|Drezno|Drážďany
DE Duisburg|Duisbourg|Duisburgo
DE Düsseldorf|Duesseldorf
DE Frankfurt am Main|Frankfurt|Frankfurt/Main|Frankfurt a.M.|Frankfurt a. M.|Francfort|Francfort-sur-le-Main|Fráncfort|Fráncfort del Meno|Francoforte|Francoforte sul Meno|Frankfurt nad Menem
DE Freiburg im Breisgau|Fribourg-en-Brisgau|Friburgo de Brisgovia|Friburgo in Brisgovia|Freiburg
DE Göttingen|Gotinga|Gottinga|Gœttingue|Goettingen|Getynga
DE Hamburg|Hambourg|Hamburgo|Amburgo
DE Hannover|Hanover|Hanovre|Hanôver|Hanower
DE Karlsruhe|Carlsruhe
DE Koblenz|Coblence|Coblenza|Coblenz
DE Köln|Cologne|Koeln|Keulen|Colonia|Colônia|Kolonia|Kolín nad Rýnem|Кёльн
DE Leipzig|Lipsia|Lipsk|Lipsko
DE Lübeck|Lubecca|Lubeka|Luebeck
DE Mainz|Mayence|Maguncia|Magonza|Mogúncia|Moguncja
DE München|Munich|Muenchen|Múnich|Munique|Monaco di Baviera|Monachium|Mnichov|Münih|Мюнхен|慕尼黑|ミュンヘン
DE Nürnberg|Nuremberg|Nuernberg|Núremberg|Norimberga|Nuremberga|Neurenberg|Norymberga|Norimberk
DE Regensburg|Ratisbonne|Ratisbona|Ratyzbona
DE Saarbrücken|Sarrebruck|Saarbruecken
DE Stuttgart|Stoccarda|Estugarda|Sztutgart
DE Trier|Trèves|Treves|Tréveris|Treviri|Trewir
DE Würzburg|Wurtzbourg|Wurzburgo|Wuerzburg
DK Aarhus|Århus|Orhus
DK Aalborg|Ålborg
DK Helsingør|Elsinore|Elseneur
EG Al Iskandariyah|Alexandrie|Alejandría|Alessandria d'Egitto|Alexandrië|İskenderiye|الإسكندرية
EG Al Jizah|Giza|Gizeh|Guiza|Gizah
ES A Coruña|La Coruña|Corunna|La Corogne
ES Alacant|Alicante|Alicant
ES Bilbao|Bilbo
ES Cádiz|Cadix|Cadice
ES Donostia|San Sebastián|Saint-Sébastien|Donostia-San Sebastián|San Sebastian|San Sebastián-Donostia
ES Girona|Gerona|Gérone
ES Lleida|Lérida
ES Palma de Mallorca|Palma di Maiorca|Palma de Majorque
ES Pamplona|Iruña|Pampelune|Pamplona-Iruña
ES Sevilla|Seville|Séville|Siviglia|Sevilha|Sewilla
ES Tarragona|Tarragone
ES Toledo|Tolède
ES Vitoria-Gasteiz|Gasteiz
ES Zaragoza|Saragossa|Saragosse|Saragoça|Saragozza
FI Espoo|Esbo
FI Tampere|Tammerfors
FI Turku|Åbo
FI Vantaa|Vanda
FR Bordeaux|Burdeos|Bordéus
FR Dunkerque|Dunkirk|Dünkirchen|Duinkerke|Dunquerque
FR Lille|Rijsel
FR Lyon|Lyons|Lione|Lião
FR Marseille|Marseilles|Marsella|Marsiglia|Marselha|Marsylia
FR Mulhouse|Mülhausen
FR Nice|Nizza|Niza|Nicea
FR Perpignan|Perpinyà|Perpiñán|Perpignano
FR Reims|Rheims
FR Strasbourg|Straßburg|Estrasburgo|Strasburgo|Straatsburg|Strasburg|Štrasburk
FR Toulouse|Toulouze|Tuluza
FR Toulon|Tolone|Tolón
GB Edinburgh|Édimbourg|Edimburgo|Edynburg|Edinburg
GB Cardiff|Caerdydd
GB Swansea|Abertawe
GB Newport|Casnewydd
GR Thessaloniki|Thessalonica|Salonica|Salonika|Salonique|Salónica|Salonicco|Saloniki|Selanik|Θεσσαλονίκη|Tessalónica|Tessalônica
GR Patras|Patra|Pátra|Patrasso|Πάτρα
GR Piraeus|Pireas|Le Pirée|Pireo|Πειραιάς
GR Heraklion|Iraklio|Héraklion|Candia di Creta|Ηράκλειο
HR Dubrovnik|Ragusa di Dalmazia
HR Rijeka|Fiume
HR Split|Spalato
HR Zadar|Zara di Dalmazia
HU Pécs|Fünfkirchen
HU Szeged|Szegedin|Segedin
ID Yogyakarta|Jogjakarta|Djokjakarta|Jogja
IE Cork|Corcaigh
IE Galway|Gaillimh
IE Limerick|Luimneach
IL Tel Aviv|Tel Aviv-Yafo|Tel-Aviv|Tel-Aviv-Jaffa|Tel Aviv-Jaffa|תל אביב|תל אביב-יפו
IL Haifa|Haïfa|Hajfa|חיפה
IN Bengaluru|Bangalore|Bangaluru|Bengalore|Bangalor
IN Chennai|Madras
IN Gurugram|Gurgaon
IN Kochi|Cochin
IN Kozhikode|Calicut
IN Mumbai|Bombay|Bombaim|Bombaj
IN Mysuru|Mysore
IN New Delhi|Nueva Delhi|Nova Délhi|Nova Deli|Neu-Delhi|Nuova Delhi|Nowe Delhi|Nieuw-Delhi|Yeni Delhi
IN Prayagraj|Allahabad
IN Pune|Poona
IN Puducherry|Pondicherry|Pondichéry
IN Thiruvananthapuram|Trivandrum
IN Vadodara|Baroda
IN Varanasi|Benares|Bénarès
IN Visakhapatnam|Vizag
IT Bologna|Bologne|Bolonia|Bolonha|Bolonya
IT Bolzano|Bozen|Bolzano-Bozen
IT Firenze|Florence|Florenz|Florença|Floransa|Florencja
IT Genova|Genoa|Gênes|Génova|Gênova|Genua
IT Livorno|Leghorn|Livourne
IT Mantova|Mantua|Mantoue
IT Merano|Meran
IT Milano|Milan|Mailand|Milán|Milão|Milaan|Mediolan|Miláno|Милан
IT Modena|Modène|Módena
IT Napoli|Naples|Neapel|Nápoles|Napels|Neapol
IT Padova|Padua|Padoue|Pádua|Padwa
IT Palermo|Palerme
IT Perugia|Pérouse
IT Torino|Turin|Turín|Turim|Turyn
IT Trento|Trient
IT Trieste|Triest|Triëst
IT Venezia|Venice|Venedig|Venise|Venecia|Veneza|Venetië|Wenecja|Venedik|Benátky
IT Verona|Vérone
JP Kyoto|Kioto|京都
JP Osaka|Ōsaka|大阪
JP Yokohama|横浜|Jokohama
JP Kobe|Kōbe|神戸
JP Fukuoka|福岡
JP Nagoya|名古屋|Nagoja
KR Busan|Pusan|부산
KR Incheon|Inchon|인천
KR Daegu|Taegu|대구
LT Kaunas|Kowno|Kauen
LT Klaipėda|Memel|Kłajpeda
LV Daugavpils|Dünaburg|Dyneburg
MA Fès|Fez|Fez di Marocco|فاس
MA Marrakech|Marrakesh|Marrakesch|Marraquexe|Marakesz|Marrakeş|مراكش
MA Rabat|الرباط
MA Tanger|Tangier|Tangiers|Tánger|Tangeri|طنجة
NG Abuja|Abudja
NL Den Haag|The Hague|'s-Gravenhage|La Haye|La Haya|L'Aia|L'Aja|Haia|Lahey
NL 's-Hertogenbosch|Den Bosch|Bois-le-Duc|Herzogenbusch|Bolduque
NL Groningen|Groningue|Groninga
NL Nijmegen|Nimègue|Nimwegen|Nimega
NL Rotterdam|Róterdam|Roterdão|Roterdã
NL Utrecht|Utreque
PL Bydgoszcz|Bromberg
PL Gdańsk|Danzig|Dantzig
PL Gdynia|Gdingen
PL Katowice|Kattowitz
PL Kraków|Cracow|Krakau|Cracovie|Cracovia|Cracóvia|Krakov
PL Łódź|Lodz|Lodsch
PL Opole|Oppeln
PL Poznań|Posen|Posnanie
PL Szczecin|Stettin
PL Wrocław|Breslau|Breslavia|Vratislav|Vroclav
PT Porto|Oporto
PT Coimbra|Coïmbre
PS Ramallah|Ramala
RO Brașov|Kronstadt|Brasov|Brassó
RO Cluj-Napoca|Cluj|Klausenburg|Kolozsvár
RO Iași|Jassy
RO Oradea|Großwardein|Nagyvárad
RO Sibiu|Hermannstadt|Nagyszeben
RO Târgu Mureș|Marosvásárhely|Neumarkt am Mieresch
RO Timișoara|Temeswar|Temesvár|Timisoara
RS Novi Sad|Neusatz|Újvidék
RU Sankt-Peterburg|Saint Petersburg|St. Petersburg|St Petersburg|Sankt Petersburg|Saint-Pétersbourg|San Petersburgo|San Pietroburgo|São Petersburgo|Sint-Petersburg|Санкт-Петербург|Leningrad
RU Nizhny Novgorod|Nischni Nowgorod|Nijni Novgorod|Nizhni Novgorod|Niżny Nowogród|Нижний Новгород
RU Rostov-on-Don|Rostov-na-Donu|Rostow am Don|Rostov-sur-le-Don|Ростов-на-Дону
RU Chelyabinsk|Tscheljabinsk|Tcheliabinsk|Czelabińsk|Челябинск
RU Kazan|Kasan|Kazań|Казань
SA Jeddah|Jidda|Djeddah|Dschidda|Yeda|Gedda|Cidde|جدة
SA Makkah|Mecca|La Mecque|La Meca|La Mecca|Mekka|Mekke|مكة
SE Göteborg|Gothenburg|Goeteborg|Gotemburgo|Gotenburg|Goteburgo
SE Malmö|Malmoe
SI Koper|Capodistria
SI Maribor|Marburg an der Drau
SK Košice|Kaschau|Koszyce
SY Halab|Aleppo|Alep|Alepo|Halep|حلب
TN Sfax|Safaqis
TR İzmir|Izmir|Smyrna|Smyrne|Esmirna|Smirne
TR Bursa|Brousse
TW Kaohsiung|高雄
UA Kharkiv|Kharkov|Charkiw|Charkow|Járkov|Харків|Харьков
UA Lviv|Lvov|Lwów|Lemberg|Leópolis|Leopoli|Львів|Львов
UA Odesa|Odessa|Одеса|Одесса
UA Dnipro|Dnepropetrovsk|Dnipropetrovsk|Dnjepr|Дніпро
UA Zaporizhzhia|Zaporozhye|Saporischschja|Zaporoże|Запоріжжя
UA Chernivtsi|Czernowitz|Cernăuți|Czerniowce
US Philadelphia|Philadelphie|Filadelfia|Filadélfia
US San Francisco|San Fransisco|São Francisco|旧金山|サンフランシスコ
US New Orleans|La Nouvelle-Orléans|Nueva Orleans|Nova Orleães
US Saint Louis|St. Louis|St Louis
US Saint Paul|St. Paul|St Paul
VN Hanoi|Hà Nội|Hanói
VN Da Nang|Đà Nẵng|Danang|Tourane
VN Hai Phong|Hải Phòng|Haiphong
ZA Cape Town|Kapstadt|Kaapstad|Le Cap|Ciudad del Cabo|Città del Capo|Cidade do Cabo|Kapsztad
ZA Gqeberha|Port Elizabeth
ZA Tshwane|Pretoria|Pretória
`
