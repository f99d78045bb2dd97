import type { ShareLink } from '@/lib/contracts/share-link'

const looks: Record<ShareLink['state'], { word: string; look: string }> = {
  open: { word: 'Open', look: 'bg-good-soft text-good before:mask-(--shape-good)' },
  expired: { word: 'Expired', look: 'bg-soft text-muted before:mask-(--shape-unrated)' },
  revoked: { word: 'Revoked', look: 'bg-unfit-soft text-unfit before:mask-(--shape-unfit)' },
}

/** Whether a link still opens, in a word and a shape. */
export const LinkState = ({ state }: Pick<ShareLink, 'state'>) => (
  <span
    className={`inline-block h-6 rounded-control px-1.5 text-small leading-6 font-medium before:me-1 before:inline-block before:size-3.5 before:bg-current before:align-[-2.5px] forced-colors:before:bg-[CanvasText] ${looks[state].look}`}
  >
    {looks[state].word}
  </span>
)
