@rem Lets the scripts of package.json begin with "exec" on Windows, whose shell has no such word.
@%*
