import { type TagColour, tagColours } from '@/lib/contracts/tag-colours'

// Of the middle of each scale: three to one against the grounds of both schemes.
const looks: Record<TagColour, string> = {
  grey: 'bg-[#7a808c]',
  red: 'bg-[#dc4a41]',
  orange: 'bg-[#c9650c]',
  yellow: 'bg-[#a47a00]',
  green: 'bg-[#2f8f4e]',
  teal: 'bg-[#12897f]',
  blue: 'bg-[#3b7dd8]',
  violet: 'bg-[#8a63e0]',
  pink: 'bg-[#cf4b93]',
}

const isColour = (name: string): name is TagColour => tagColours.some((colour) => colour === name)

/** The colour of a tag, beside its name, which says all that it does. */
export const TagDot = ({ colour }: { colour: string }) => (
  <span
    aria-hidden
    className={`size-2 shrink-0 rounded-full forced-colors:bg-[CanvasText] ${looks[isColour(colour) ? colour : 'grey']}`}
  />
)
