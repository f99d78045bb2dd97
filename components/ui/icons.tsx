import type { ComponentType } from 'react'

type Props = { className?: string }
/** A drawing beside words or in place of them; who listens hears nothing of it. */
export type Icon = ComponentType<Props>

// A mask: one element where a drawing of its own has up to six, and its shape is in the style sheet (app/icons.css).
const look = 'block bg-current forced-colors:bg-[CanvasText]'
const icon = (mask: string): Icon =>
  function MaskIcon({ className = '' }: Props) {
    return <i aria-hidden className={`${look} ${mask} ${className}`} />
  }

export const Archive = icon('mask-(--icon-archive)')
export const Bookmark = icon('mask-(--icon-bookmark)')
export const Check = icon('mask-(--icon-check)')
export const ChevronDown = icon('mask-(--icon-chevron-down)')
export const CircleAlert = icon('mask-(--icon-circle-alert)')
export const Clock = icon('mask-(--icon-clock)')
export const Columns3 = icon('mask-(--icon-columns-3)')
export const Ellipsis = icon('mask-(--icon-ellipsis)')
export const FlaskConical = icon('mask-(--icon-flask-conical)')
export const Inbox = icon('mask-(--icon-inbox)')
export const Link2 = icon('mask-(--icon-link-2)')
export const LoaderCircle = icon('mask-(--icon-loader-circle)')
export const Monitor = icon('mask-(--icon-monitor)')
export const Moon = icon('mask-(--icon-moon)')
export const Pencil = icon('mask-(--icon-pencil)')
export const RefreshCw = icon('mask-(--icon-refresh-cw)')
export const Search = icon('mask-(--icon-search)')
export const Settings = icon('mask-(--icon-settings)')
export const Share2 = icon('mask-(--icon-share-2)')
export const SlidersHorizontal = icon('mask-(--icon-sliders-horizontal)')
export const Sun = icon('mask-(--icon-sun)')
export const UserRoundSearch = icon('mask-(--icon-user-round-search)')
export const X = icon('mask-(--icon-x)')
