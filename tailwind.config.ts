import type { Config } from 'tailwindcss'

const token = (name: string) => `var(--${name})`

/** The visual language in one place; the values live in app/globals.css, once for light and once for dark. */
export default {
  content: ['./app/**/*.tsx', './components/**/*.tsx'],
  darkMode: ['selector', '.dark'],
  theme: {
    // In place of the framework's own: what stands in a line of text, what is pressed or typed into, what holds others.
    borderRadius: { mark: '4px', control: '7px', panel: '10px' },
    extend: {
      colors: {
        canvas: token('canvas'),
        panel: token('panel'),
        soft: token('soft'),
        line: token('line'),
        edge: token('edge'),
        ink: token('ink'),
        muted: token('muted'),
        faint: token('faint'),
        accent: { DEFAULT: token('accent'), soft: token('accent-soft'), ink: token('accent-ink') },
        good: { DEFAULT: token('good'), soft: token('good-soft') },
        maybe: { DEFAULT: token('maybe'), soft: token('maybe-soft') },
        unfit: { DEFAULT: token('unfit'), soft: token('unfit-soft') },
        star: { DEFAULT: token('star'), soft: token('star-soft') },
        danger: { DEFAULT: token('danger'), soft: token('danger-soft') },
        mark: token('mark'),
        bar: token('bar'),
        shade: token('shade'),
      },
      // Four sizes, on a 4-px rhythm.
      fontSize: {
        small: ['0.75rem', '1rem'],
        note: ['0.8125rem', '1.25rem'],
        body: ['0.875rem', '1.25rem'],
        title: ['1.25rem', '1.75rem'],
      },
      fontFamily: { sans: ['var(--font-inter)', 'Inter Variable', 'system-ui', 'sans-serif'] },
      // Every page but the job's list, which takes the whole window.
      maxWidth: { page: '72rem' },
      transitionDuration: { quick: '120ms' },
      boxShadow: { float: token('shadow-float') },
    },
  },
} satisfies Config
