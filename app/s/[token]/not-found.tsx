export { GoneNotice as default } from '@/components/guest/gone-notice'
