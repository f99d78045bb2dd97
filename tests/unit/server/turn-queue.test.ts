import { expect, test } from 'vitest'
import { TurnQueue } from '@/lib/server/db/turn-queue'

/** Takes a place under a name, and gives it back at once. */
function visitor(queue: TurnQueue, order: string[]) {
  return async (name: string, turn: number) => {
    await queue.take(turn)
    order.push(name)
    queue.giveBack()
  }
}

test('places go to the lowest turn, and among equal turns to whoever came first', async () => {
  const queue = new TurnQueue(1)
  const order: string[] = []
  const visit = visitor(queue, order)
  await queue.take(0)
  const waiting = [visit('late', 9), visit('early', 1), visit('middle', 5), visit('middle too', 5)]
  queue.giveBack()
  await Promise.all(waiting)
  expect(order).toEqual(['early', 'middle', 'middle too', 'late'])
})

test('a free place is taken at once, and there are never more than there are', async () => {
  const queue = new TurnQueue(2)
  let inside = 0
  let most = 0
  const visit = async (turn: number) => {
    await queue.take(turn)
    inside += 1
    most = Math.max(most, inside)
    await Promise.resolve()
    inside -= 1
    queue.giveBack()
  }
  await Promise.all([3, 1, 2, 5, 4].map(visit))
  expect([inside, most]).toEqual([0, 2])
})
