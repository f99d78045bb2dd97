import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { fieldLook } from '@/components/ui/field-look'

type Props = { q: string; onSearch: (q: string) => void }

/** The words that are looked for; Enter or the button looks for them. */
export function SearchForm({ q, onSearch }: Props) {
  const [text, setText] = useState(q)
  return (
    <form
      role="search"
      className="flex flex-wrap items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(text)
      }}
    >
      <div className="min-w-0 flex-1 basis-80">
        <input
          type="search"
          aria-label="Search everyone stored"
          aria-describedby="people-search-help"
          placeholder="kubernetes OR k8s -intern"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className={`${fieldLook} w-full`}
        />
        <p id="people-search-help" className="mt-1 text-small text-muted">
          All words must match. OR for one of two, -word to leave out, “a phrase”, kuber* for how a word
          begins.
        </p>
      </div>
      <Button type="submit" variant="primary">
        Search people
      </Button>
    </form>
  )
}
