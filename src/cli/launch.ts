import { programIn, runProgram } from './program-file';

// What is run by hand, and by each worker of the program.
runProgram(programIn(__dirname), __filename);
