/** Where invented applicants live, and what people there may be called. First name first unless `familyFirst`. */
export type Place = {
  weight: number
  locations: string[]
  first: string[]
  last: string[]
  familyFirst?: boolean
  /** For the address of a profile, where the name is not in Latin letters. */
  slug?: string
}

const words = (text: string) => text.split(' ')

export const places: Place[] = [
  {
    weight: 10,
    locations: [
      'Paris, Île-de-France, France',
      'Lyon, Auvergne-Rhône-Alpes, France',
      'Nantes, Pays de la Loire, France',
      'Lille, Hauts-de-France, France',
    ],
    first: words('Élodie Maëlle Thaïs Anaël Loïc Gaël Noémie Clémence Bastien Côme Zoé Théophile'),
    last: words(
      'Fauvelin Roquenard Dubreau Lemarsan Chastelin Vérandol Morvillé Grandpral Bellonge Tessoret',
    ),
  },
  {
    weight: 8,
    locations: [
      'Berlin, Germany',
      'Munich, Bavaria, Germany',
      'Hamburg, Germany',
      'Köln, North Rhine-Westphalia, Germany',
    ],
    first: words('Jörg Käthe Sören Mareike Björn Friederike Lennart Ömür Hannelore Till'),
    last: words('Brückmeyer Stahlhöfer Grünthaler Weißhaupten Kortlang Nebelsieck Dörrwald Hasenfratzer'),
  },
  {
    weight: 9,
    locations: [
      'London, England, United Kingdom',
      'Manchester, England, United Kingdom',
      'Edinburgh, Scotland, United Kingdom',
      'Dublin, Ireland',
    ],
    first: words('Imogen Callum Siobhán Rhys Niamh Alistair Freya Tamsin Oisín Gwendolyn'),
    last: words('Harrowgate Penhallard Mac-Fearchar Ashdowne Trevanion Quillfeather O’Brannock Wetherlam'),
  },
  {
    weight: 8,
    locations: [
      'New York, New York, United States',
      'Austin, Texas, United States',
      'Seattle, Washington, United States',
      'Chicago, Illinois, United States',
      'Remote, United States',
    ],
    first: words('Kendra Marcus Shanice Tyler Rosalind DeShawn Bethany Colton Maribel Jerome'),
    last: words('Winterbourne Delacruzan Okonski Hartwellson Fairbrooke Lindqvisten Castellanor Umberland'),
  },
  {
    weight: 6,
    locations: [
      'Madrid, Comunidad de Madrid, España',
      'Barcelona, Cataluña, España',
      'Sevilla, Andalucía, España',
      'Ciudad de México, México',
    ],
    first: words('Íñigo Begoña Núria Álvaro Xènia Martín Lucía Estíbaliz Joaquín Rocío'),
    last: words('Villarrodrigo Castañeira Peñalverde Ibarrondo Montesclaros Zubirreta Muñozcano'),
  },
  {
    weight: 4,
    locations: ['Milano, Lombardia, Italia', 'Roma, Lazio, Italia', 'Torino, Piemonte, Italia'],
    first: words('Giulietta Niccolò Ludovica Tommaso Chiara Ruggero Fiammetta'),
    last: words('Montefalchi Serravezza Belgradini Cortenuova D’Alberico Vallescura'),
  },
  {
    weight: 4,
    locations: ['Warszawa, Mazowieckie, Polska', 'Kraków, Małopolskie, Polska', 'Praha, Česko'],
    first: words('Łucja Zbigniew Świętosława Grzegorz Žofie Přemysl Małgorzata'),
    last: words('Wiśnioweckaj Żółtopolski Dąbrogórska Křížkovský Šťastnohora'),
  },
  {
    weight: 4,
    locations: ['İstanbul, Türkiye', 'Ankara, Türkiye', 'İzmir, Türkiye'],
    first: words('Işıl Gökçe Çağrı Şebnem Doğukan Özlem Yiğit'),
    last: words('Yıldızeli Gündoğmuşlu Karabağlar Çiftçigil Öztürkmen'),
  },
  {
    weight: 5,
    locations: ['São Paulo, Brasil', 'Lisboa, Portugal', 'Porto, Portugal', 'Rio de Janeiro, Brasil'],
    first: words('Inês João Conceição Thiago Beatriz Antônia Gonçalo'),
    last: words('Vasconcelhos Montesanto Guimarães-Leal Aragãozinho Pradomar'),
  },
  {
    weight: 4,
    locations: ['Lagos, Nigeria', 'Accra, Ghana', 'Nairobi, Kenya'],
    first: words('Chidinma Olúfẹ́mi Akosua Wanjirũ Tobenna Adébáyọ̀ Nyambura'),
    last: words('Okwuduba Adétokunbo-Ajàyí Boatengson Kĩmathike Eze-Nwokeke'),
  },
  {
    weight: 4,
    locations: ['القاهرة، مصر', 'Dubai, United Arab Emirates', 'الدار البيضاء, المغرب'],
    first: words('ليلى يوسف نورهان طارق سلمى زياد'),
    last: words('الشمّري القاسمي بوعزيزي المنصوراوي الحدّادي'),
    slug: 'layan',
  },
  {
    weight: 3,
    locations: ['תל אביב, ישראל', 'חיפה, ישראל'],
    first: words('נועה איתמר שירה יונתן תמר'),
    last: words('הר־זהבי כרמלון אשכולי גלבועית'),
    slug: 'noam',
  },
  {
    weight: 4,
    locations: ['Киев, Украина', 'София, България', 'Тбилиси, Грузия'],
    first: words('Зоряна Мирослав Ярина Богдан Светлана Тимофей'),
    last: words('Коваленчук Дубровский Журавлёва Стоянович Мельниченкова'),
    slug: 'zoryan',
  },
  {
    weight: 5,
    locations: [
      'बेंगलुरु, भारत',
      'Bengaluru, Karnataka, India',
      'Mumbai, Maharashtra, India',
      'Pune, Maharashtra, India',
    ],
    first: words('अनन्या Rohan Priyanka Arjunveer Meenakshi तनिष्क Devika'),
    last: words('Raghavanshi शेखावती Iyengarwala Bhattacharyan Kulkarnesh'),
    slug: 'ananya',
  },
  {
    weight: 4,
    locations: ['上海, 中国', '北京, 中国', 'Singapore', '台北, 台灣'],
    first: words('梓涵 俊熙 思妍 浩然 雨桐'),
    last: words('欧阳 林 赵 慕容 陈'),
    familyFirst: true,
    slug: 'zihan',
  },
  {
    weight: 4,
    locations: ['東京都, 日本', '大阪府, 日本', '서울, 대한민국'],
    first: words('陽菜 蓮 結衣 서연 지훈 さくら'),
    last: words('月野沢 風見原 하늘빛 朝比奈木'),
    familyFirst: true,
    slug: 'hina',
  },
  {
    weight: 2,
    locations: ['กรุงเทพมหานคร, ประเทศไทย', 'Hà Nội, Việt Nam'],
    first: words('ชนิกานต์ ธนภัทร Nguyệt-Ánh พิมพ์ชนก Đức-Thịnh'),
    last: words('ศรีสุวรรณกุล วงศ์ประเสริฐ Trịnh-Phương ทองดีเลิศ'),
    slug: 'pim',
  },
]
