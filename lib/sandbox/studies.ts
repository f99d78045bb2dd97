/** Where people learned, and what. All schools are invented. */
export const schools = [
  'Université de Valmont',
  'Hochschule Nordhafen',
  'Escuela Superior del Faro',
  'Northwick College of Arts',
  'Politecnico di Montelago',
  'Kestrel Bay University',
  'Akademia Srebrna',
  'Instituto Ribeira Alta',
]
export const degrees = ['Bachelor of Arts', 'Bachelor of Science', 'Master of Science', 'MBA', 'Diplôme', '']
export const subjects = [
  'Marketing',
  'Computer Science',
  'Economics',
  'Design',
  'Statistics',
  'Literature',
  '',
]
