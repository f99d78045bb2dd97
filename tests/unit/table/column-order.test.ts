import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editorOrder, keepOrder, moveColumn } from '@/components/candidate-table/column-order'
import { columnIds } from '@/lib/domain/columns'

const shown = fc.shuffledSubarray([...columnIds])
const anyColumn = fc.constantFrom(...columnIds)

test('lists every column once, those shown first', () => {
  fc.assert(
    fc.property(shown, (ids) => {
      const order = editorOrder(ids)
      expect(order.slice(0, ids.length)).toEqual(ids)
      expect([...order].sort()).toEqual([...columnIds].sort())
    }),
  )
})

test('a hidden column keeps its place, and a layout that changed elsewhere is listed as it is', () => {
  fc.assert(
    fc.property(shown, anyColumn, (ids, hidden) => {
      const order = editorOrder(ids)
      const rest = ids.filter((id) => id !== hidden)
      expect(keepOrder(order, rest)).toBe(order)
      const reversed = [...ids].reverse()
      expect(keepOrder(order, reversed).slice(0, ids.length)).toEqual(reversed)
    }),
  )
})

test('a moved column stands where its target stood, and the others keep their order', () => {
  fc.assert(
    fc.property(shown, anyColumn, anyColumn, (ids, id, target) => {
      const order = editorOrder(ids)
      const next = moveColumn(order, id, target)
      expect(next.indexOf(id)).toBe(order.indexOf(target))
      expect(next.filter((each) => each !== id)).toEqual(order.filter((each) => each !== id))
    }),
  )
})
