/** Whether the program is on its way out; then it is no longer ready for new work. */
export class Running {
  stopping = false;
}
