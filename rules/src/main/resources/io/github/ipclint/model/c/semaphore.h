/* <semaphore.h>: POSIX.1-2024 XBD semaphore.h. A semaphore is known by its address. */

[[ipc::names(result, posix_sem, name), ipc::acquires(result, posix_sem), ipc::reads(name),
  ipc::creates(result, exclusive(oflag & O_EXCL), mode(args(0)), when(oflag & O_CREAT)), ipc::argument(2, when(oflag & O_CREAT)),
  ipc::argument(3, when(oflag & O_CREAT)), ipc::becomes(result, process_shared),
  ipc::fails(SEM_FAILED, EACCES, EEXIST, EINTR, EINVAL, EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOMEM, ENOSPC), ipc::must_check, ipc::seed]]
sem_t *sem_open(const char *name, int oflag, ...);
[[ipc::releases(sem, posix_sem), ipc::fails(-1, EINVAL)]] int sem_close(sem_t *sem);
[[ipc::removes(posix_sem, name), ipc::reads(name), ipc::fails(-1, EACCES, ENAMETOOLONG, ENOENT), ipc::seed]]
int sem_unlink(const char *name);

[[ipc::fills(sem), ipc::becomes(sem, initialized), ipc::becomes(sem, process_shared, when(pshared)),
  ipc::becomes(sem, process_private, unless(pshared)), ipc::fails(-1, EINVAL, ENOSPC, ENOSYS, EPERM), ipc::seed]]
int sem_init(sem_t *sem, int pshared, unsigned int value);
[[ipc::fails(-1, EBUSY, EINVAL)]] int sem_destroy(sem_t *sem);

[[ipc::orders_after(sem), ipc::blocks(synchronization, sem), ipc::fails(-1, EDEADLK, EINTR, stuck(EINVAL)), ipc::interruptible, ipc::seed]]
int sem_wait(sem_t *sem);
[[ipc::orders_after(sem), ipc::fails(-1, EAGAIN, EDEADLK, EINTR, stuck(EINVAL)), ipc::must_check, ipc::seed]]
int sem_trywait(sem_t *sem);
[[ipc::orders_after(sem), ipc::blocks(synchronization, sem), ipc::fails(-1, EDEADLK, EINTR, ETIMEDOUT, stuck(EINVAL)), ipc::must_check,
  ipc::interruptible, ipc::seed]]
int sem_timedwait(sem_t *sem, const struct timespec *abstime);
[[ipc::orders_after(sem), ipc::blocks(synchronization, sem), ipc::fails(-1, EDEADLK, EINTR, ETIMEDOUT, stuck(EINVAL)), ipc::must_check,
  ipc::interruptible, ipc::seed]]
int sem_clockwait(sem_t *sem, clockid_t clock_id, const struct timespec *abstime);
[[ipc::orders_before(sem), ipc::fails(-1, EOVERFLOW, stuck(EINVAL)), ipc::async_signal_safe, ipc::seed]]
int sem_post(sem_t *sem);
[[ipc::fills(sval), ipc::fails(-1, EINVAL)]] int sem_getvalue(sem_t *sem, int *sval);
