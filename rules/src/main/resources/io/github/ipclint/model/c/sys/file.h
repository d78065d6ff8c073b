/* <sys/file.h>: BSD, flock(2). The lock belongs to the open file, so the last close releases it too. */

[[ipc::uses(fd), ipc::becomes(fd, locked, unless(operation & LOCK_UN)), ipc::becomes(fd, unlocked, when(operation & LOCK_UN)),
  ipc::orders_after(fd, unless(operation & LOCK_UN)), ipc::orders_before(fd, when(operation & LOCK_UN)),
  ipc::blocks(synchronization, fd, unless(operation & (LOCK_UN | LOCK_NB))),
  ipc::fails(-1, EINTR, ENOLCK, EWOULDBLOCK, stuck(EBADF, EINVAL)), ipc::must_check(unless(operation & LOCK_UN)), ipc::interruptible,
  ipc::seed]]
int flock(int fd, int operation);
