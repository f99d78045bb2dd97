import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import { Fragment, type ReactNode } from 'react'
import { OutsideLink } from '@/components/shared/outside-link'
import { httpUrl } from '@/lib/domain/http-url'
import { findMentions } from '@/lib/domain/mentions'

type Root = ReturnType<typeof fromMarkdown>
type Node = Root['children'][number]
type Member = { id: string; name: string }

export type MarkdownProps = { text: string; members: readonly Member[] }

// Nobody nests deeper; what is, stays as it was typed.
const maxDepth = 8

// Marks by the thousand take seconds to parse and mean nothing.
const maxMarks = 1_000

const parse = (text: string): Root | null => {
  if ((text.match(/[[*_>]/g)?.length ?? 0) > maxMarks) return null
  try {
    return fromMarkdown(text, {
      extensions: [gfmAutolinkLiteral()],
      mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
    })
  } catch {
    return null
  }
}

function withMentions(text: string, members: readonly Member[]): ReactNode {
  const mentions = findMentions(text, members)
  if (mentions.length === 0) return text
  const pieces: ReactNode[] = []
  let done = 0
  for (const { from, to } of mentions) {
    pieces.push(
      text.slice(done, from),
      <span key={from} className="rounded-mark bg-accent-soft px-0.5 font-medium text-accent">
        {text.slice(from, to)}
      </span>,
    )
    done = to
  }
  return [...pieces, text.slice(done)]
}

/** A note as it is read: emphasis, lists, quotes, code and links. HTML stays the text it is. */
export function Markdown({ text, members }: MarkdownProps) {
  const source = ({ position }: Node) => text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0)
  const drawAll = (nodes: readonly Node[], depth: number): ReactNode =>
    nodes.map((node, at) => <Fragment key={at}>{draw(node, depth + 1)}</Fragment>)
  function draw(node: Node, depth: number): ReactNode {
    if (depth > maxDepth) return source(node)
    switch (node.type) {
      case 'text':
        return withMentions(node.value, members)
      case 'paragraph':
        return <p>{drawAll(node.children, depth)}</p>
      case 'heading':
        return <p className="font-semibold">{drawAll(node.children, depth)}</p>
      case 'strong':
        return <strong>{drawAll(node.children, depth)}</strong>
      case 'emphasis':
        return <em>{drawAll(node.children, depth)}</em>
      case 'inlineCode':
        return <code className="rounded-mark bg-soft px-1">{node.value}</code>
      case 'code':
        return <pre className="overflow-x-auto rounded-control bg-soft px-2 py-1">{node.value}</pre>
      case 'blockquote':
        return (
          <blockquote className="border-s-2 border-line ps-2">{drawAll(node.children, depth)}</blockquote>
        )
      case 'list':
        return node.ordered ? (
          <ol start={node.start ?? 1} className="list-decimal ps-5">
            {drawAll(node.children, depth)}
          </ol>
        ) : (
          <ul className="list-disc ps-5">{drawAll(node.children, depth)}</ul>
        )
      case 'listItem':
        return <li>{drawAll(node.children, depth)}</li>
      case 'link': {
        const href = httpUrl(node.url)
        if (href === null) return source(node)
        return (
          <OutsideLink href={href} className="text-accent underline">
            {drawAll(node.children, depth)}
          </OutsideLink>
        )
      }
      case 'break':
        return <br />
      case 'thematicBreak':
        return <hr className="border-line" />
      default:
        return source(node)
    }
  }
  const root = parse(text)
  return (
    <div dir="auto" className="flex flex-col gap-1 wrap-anywhere whitespace-pre-wrap">
      {root === null ? text : drawAll(root.children, 0)}
    </div>
  )
}
