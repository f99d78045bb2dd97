// Neutral words only: no given or family names, no sexes, no skin colours, nothing anyone would mind to be called.
const looks = `
  Agate Alpine Amaranth Aqua Ashen Azure Beige Brass Bright Bronze Calm Carmine Cerulean Chalk Cobalt Copper
  Cosmic Crimson Cyan Dappled Distant Dotted Dusky Emerald Fabled Gentle Gilded Glacial Granite Indigo Ivory Lilac
  Lime Lunar Magenta Marbled Mauve Meadow Mellow Mint Misty Mossy Navy Nimble Ochre Orchid Patient Peach
  Polar Quartz Quiet Russet Saffron Sapphire Scarlet Silken Slate Solar Steady Striped Teal Topaz Turquoise Velvet
`
const animals = `
  Albatross Alpaca Antelope Armadillo Avocet Badger Beaver Bittern Bison Bobcat Bumblebee Camel Capybara Caribou Chamois
  Chinchilla Condor Cormorant Cricket Curlew Dolphin Dormouse Dragonfly Egret Elk Ermine Falcon Flamingo Firefly Gannet
  Gazelle Gecko Goldfinch Grebe Hamster Hedgehog Heron Hoopoe Ibex Kingfisher Kiwi Koala Ladybird Lapwing Lemming Lynx
  Manatee Marmot Narwhal Nuthatch Ocelot Osprey Otter Pangolin Pelican Penguin Puffin Quokka Sandpiper Seahorse Starling
  Tapir Toucan Walrus
`
const splitWords = (text: string) => text.trim().split(/\s+/)
const [lookWords, animalWords] = [splitWords(looks), splitWords(animals)]

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]
  if (byte === undefined) throw new RangeError(`${at + 1} bytes are needed, ${bytes.length} were given`)
  return byte
}

/**
 * What a person is called under one share link, such as `Copper Heron 27`; one of 409,600.
 * @param bytes at least 8 of an HMAC over the application id with the link's secret: without it, nothing leads back
 * @throws RangeError for fewer
 */
export function toPseudonym(bytes: Uint8Array): string {
  byteAt(bytes, 7)
  const number = new DataView(bytes.buffer, bytes.byteOffset).getUint32(2) % 100
  return `${lookWords[byteAt(bytes, 0) % 64]} ${animalWords[byteAt(bytes, 1) % 64]} ${number}`
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * A person's key under one share link: 16 letters and digits (80 bits) that are safe in an address and an element's id.
 * @param bytes at least 10 of an HMAC, over something else than the pseudonym's: a label must not give the key away
 * @throws RangeError for fewer
 */
export function toRef(bytes: Uint8Array): string {
  let [ref, held, bits] = ['', 0, 0]
  for (let at = 0; at < 10; at += 1) {
    held = (held << 8) | byteAt(bytes, at)
    bits += 8
    while (bits >= 5) {
      bits -= 5
      ref += alphabet[(held >> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return ref
}
