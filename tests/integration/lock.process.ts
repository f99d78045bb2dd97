// Takes the lock that it is told of, says whether it did, and holds it until its input ends.
import { lockData } from '@/lib/server/db/data-lock'

const say = (word: string) => process.stdout.write(`${word}\n`)

process.stdout.write('ready\n')
process.stdin.once('data', () => {
  void lockData(process.argv[2] ?? '').then(
    () => say('taken'),
    () => say('refused'),
  )
})
process.stdin.on('end', () => process.exit(0))
