import type { ComponentProps } from 'react'

type Props = ComponentProps<'a'> & { href: string }

/**
 * A link to another page of the product. The router follows it (`useRoutedLinks`), and until scripts run the browser
 * does. The framework's own link is 3 KB more on every page, nearly all of it for reading pages ahead.
 */
export const Link = (props: Props) => <a {...props} data-routed />
