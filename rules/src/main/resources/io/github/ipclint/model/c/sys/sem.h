/* <sys/sem.h>: POSIX.1-2024 XBD sys/sem.h. */

struct sembuf {
    unsigned short sem_num;
    short sem_op;
    short sem_flg;
};

struct semid_ds {
    struct ipc_perm sem_perm;
    time_t sem_otime;
    time_t sem_ctime;
    unsigned long sem_nsems;
};

[[ipc::names(result, sysv_sem, key, unless(key == IPC_PRIVATE)), ipc::acquires(result, sysv_sem),
  ipc::creates(result, exclusive((semflg & IPC_EXCL) || key == IPC_PRIVATE), mode(semflg & 0777), size(nsems),
               when((semflg & IPC_CREAT) || key == IPC_PRIVATE)),
  ipc::sizes(result, nsems), ipc::fails(-1, EACCES, EEXIST, EINVAL, ENOENT, ENOMEM, ENOSPC), ipc::must_check, ipc::seed]]
int semget(key_t key, int nsems, int semflg);

/* A negative operation waits for a positive one. Zero waits until the value is 0, which negative operations bring about: that is a second
   object beside the count, and it makes "wait for zero, add one" a lock whose release is the negative operation. */
[[ipc::uses(semid), ipc::reads(sops), ipc::orders_after(semid[sops[0].sem_num], when(sops[0].sem_op < 0)),
  ipc::orders_before(semid[sops[0].sem_num], when(sops[0].sem_op > 0)),
  ipc::orders_after(semid[sops[0].sem_num].zero, when(sops[0].sem_op == 0)),
  ipc::orders_before(semid[sops[0].sem_num].zero, when(sops[0].sem_op < 0)),
  ipc::orders_after(semid[sops[1].sem_num], when(nsops > 1 && sops[1].sem_op < 0)),
  ipc::orders_before(semid[sops[1].sem_num], when(nsops > 1 && sops[1].sem_op > 0)),
  ipc::orders_after(semid[sops[1].sem_num].zero, when(nsops > 1 && sops[1].sem_op == 0)),
  ipc::orders_before(semid[sops[1].sem_num].zero, when(nsops > 1 && sops[1].sem_op < 0)),
  ipc::blocks(synchronization, semid, when(sops[0].sem_op <= 0 && !(sops[0].sem_flg & IPC_NOWAIT))),
  ipc::becomes(semid, undo, when(sops[0].sem_flg & SEM_UNDO)),
  ipc::fails(-1, EAGAIN, EINTR, ENOMEM, ENOSPC, ERANGE, stuck(E2BIG, EACCES, EFBIG, EIDRM, EINVAL)), ipc::must_check,
  ipc::interruptible, ipc::seed]]
int semop(int semid, struct sembuf *sops, size_t nsops);

[[ipc::uses(semid), ipc::reads(sops), ipc::reads(timeout, when(timeout)),
  ipc::orders_after(semid[sops[0].sem_num], when(sops[0].sem_op < 0)),
  ipc::orders_before(semid[sops[0].sem_num], when(sops[0].sem_op > 0)),
  ipc::orders_after(semid[sops[0].sem_num].zero, when(sops[0].sem_op == 0)),
  ipc::orders_before(semid[sops[0].sem_num].zero, when(sops[0].sem_op < 0)),
  ipc::orders_after(semid[sops[1].sem_num], when(nsops > 1 && sops[1].sem_op < 0)),
  ipc::orders_before(semid[sops[1].sem_num], when(nsops > 1 && sops[1].sem_op > 0)),
  ipc::orders_after(semid[sops[1].sem_num].zero, when(nsops > 1 && sops[1].sem_op == 0)),
  ipc::orders_before(semid[sops[1].sem_num].zero, when(nsops > 1 && sops[1].sem_op < 0)),
  ipc::blocks(synchronization, semid, when(sops[0].sem_op <= 0 && !(sops[0].sem_flg & IPC_NOWAIT))),
  ipc::becomes(semid, undo, when(sops[0].sem_flg & SEM_UNDO)),
  ipc::fails(-1, EAGAIN, EINTR, ENOMEM, ENOSPC, ERANGE, stuck(E2BIG, EACCES, EFBIG, EIDRM, EINVAL)), ipc::must_check,
  ipc::interruptible, ipc::seed]]
int semtimedop(int semid, struct sembuf *sops, size_t nsops, const struct timespec *timeout);

/* SETVAL and SETALL give the first values, and let waiters go on; a program that polls GETVAL sees what was posted. */
[[ipc::uses(semid), ipc::removes(semid, sysv_sem, when(cmd == IPC_RMID)), ipc::becomes(semid, initialized, when(cmd == SETVAL || cmd == SETALL)),
  ipc::orders_before(semid[semnum], when(cmd == SETVAL)), ipc::orders_after(semid[semnum], when(cmd == GETVAL)),
  ipc::fails(-1, EACCES, EIDRM, EINVAL, EPERM, ERANGE),
  ipc::must_check(when(cmd == IPC_RMID || cmd == SETVAL || cmd == SETALL || cmd == IPC_STAT)), ipc::seed]]
int semctl(int semid, int semnum, int cmd, ...);
