/* <sys/shm.h>: POSIX.1-2024 XBD sys/shm.h. */

struct shmid_ds {
    struct ipc_perm shm_perm;
    size_t shm_segsz;
    pid_t shm_lpid;
    pid_t shm_cpid;
    unsigned short shm_nattch;
    time_t shm_atime;
    time_t shm_dtime;
    time_t shm_ctime;
};

[[ipc::names(result, sysv_shm, key, unless(key == IPC_PRIVATE)), ipc::acquires(result, sysv_shm),
  ipc::creates(result, exclusive((shmflg & IPC_EXCL) || key == IPC_PRIVATE), mode(shmflg & 0777), size(size),
               when((shmflg & IPC_CREAT) || key == IPC_PRIVATE)),
  ipc::sizes(result, size),
  ipc::fails(-1, EACCES, EEXIST, EINVAL, ENFILE, ENOENT, ENOMEM, ENOSPC, EPERM), ipc::must_check, ipc::seed]]
int shmget(key_t key, size_t size, int shmflg);

[[ipc::uses(shmid), ipc::maps(result, shmid, prot(shmflg & SHM_RDONLY ? PROT_READ : PROT_READ | PROT_WRITE)),
  ipc::allows(shmflg, SHM_RDONLY | SHM_RND | SHM_REMAP | SHM_EXEC),
  ipc::fails((void *) -1, EACCES, EIDRM, EINVAL, EMFILE, ENOMEM), ipc::must_check, ipc::seed]]
void *shmat(int shmid, const void *shmaddr, int shmflg);

[[ipc::unmaps(shmaddr), ipc::fails(-1, EINVAL), ipc::seed]]
int shmdt(const void *shmaddr);

[[ipc::uses(shmid), ipc::removes(shmid, sysv_shm, when(cmd == IPC_RMID)), ipc::fills(buf, when(cmd == IPC_STAT)),
  ipc::reads(buf, when(cmd == IPC_SET)), ipc::fails(-1, EACCES, EINVAL, EIDRM, ENOMEM, EOVERFLOW, EPERM),
  ipc::must_check(when(cmd == IPC_RMID || cmd == IPC_STAT || cmd == IPC_SET)), ipc::seed]]
int shmctl(int shmid, int cmd, struct shmid_ds *buf);
