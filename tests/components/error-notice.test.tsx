import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ErrorNotice } from '@/components/shell/error-notice'

const show = (digest: string) =>
  render(<ErrorNotice error={Object.assign(new Error('masked'), { digest })} retry={() => undefined} />)

test('a page whose store is away says so', () => {
  show('store_unavailable')
  expect(screen.getByRole('heading', { name: 'The store cannot be reached' })).toBeVisible()
  expect(screen.getByText(/^Your data is safe.*Try again in a moment;/)).toBeVisible()
  expect(screen.queryByText(/Reference/)).toBeNull()
})

test('any other failure of a page gives its reference', () => {
  show('3914836991')
  expect(screen.getByRole('heading', { name: 'Something went wrong' })).toBeVisible()
  expect(screen.getByText('Reference 3914836991')).toBeVisible()
})
