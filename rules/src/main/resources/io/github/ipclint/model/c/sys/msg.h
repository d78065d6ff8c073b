/* <sys/msg.h>: POSIX.1-2024 XBD sys/msg.h. msgsz counts the text, without the long in front of it. A queue
   has no end of file: what would mean it is the failure. */

struct msqid_ds {
    struct ipc_perm msg_perm;
    time_t msg_stime;
    time_t msg_rtime;
    time_t msg_ctime;
    unsigned long msg_cbytes;
    unsigned long msg_qnum;
    unsigned long msg_qbytes;
    pid_t msg_lspid;
    pid_t msg_lrpid;
};

[[ipc::names(result, sysv_msg, key, unless(key == IPC_PRIVATE)), ipc::acquires(result, sysv_msg),
  ipc::creates(result, exclusive((msgflg & IPC_EXCL) || key == IPC_PRIVATE), mode(msgflg & 0777),
               when((msgflg & IPC_CREAT) || key == IPC_PRIVATE)),
  ipc::fails(-1, EACCES, EEXIST, ENOENT, ENOMEM, ENOSPC), ipc::must_check, ipc::seed]]
int msgget(key_t key, int msgflg);

[[ipc::uses(msqid), ipc::transfers(out, msqid, msgp, msgsz, header(long)), ipc::reads(msgp, msgsz + 8), ipc::orders_before(msqid),
  ipc::blocks(msqid, unless(msgflg & IPC_NOWAIT)),
  ipc::fails(-1, EAGAIN, EINTR, ENOMEM, stuck(EACCES, EFAULT, EIDRM, EINVAL)), ipc::must_check, ipc::interruptible, ipc::seed]]
int msgsnd(int msqid, const void *msgp, size_t msgsz, int msgflg);

[[ipc::uses(msqid), ipc::transfers(in, msqid, msgp, msgsz, header(long), eof(-1)), ipc::fills(msgp, result + 8), ipc::orders_after(msqid),
  ipc::blocks(msqid, unless(msgflg & IPC_NOWAIT)),
  ipc::fails(-1, EINTR, ENOMSG, stuck(E2BIG, EACCES, EFAULT, EIDRM, EINVAL, ENOSYS)), ipc::must_check, ipc::interruptible, ipc::seed]]
ssize_t msgrcv(int msqid, void *msgp, size_t msgsz, long msgtyp, int msgflg);

[[ipc::uses(msqid), ipc::removes(msqid, sysv_msg, when(cmd == IPC_RMID)), ipc::fills(buf, when(cmd == IPC_STAT)),
  ipc::reads(buf, when(cmd == IPC_SET)), ipc::fails(-1, EACCES, EIDRM, EINVAL, EPERM),
  ipc::must_check(when(cmd == IPC_RMID || cmd == IPC_STAT || cmd == IPC_SET)), ipc::seed]]
int msgctl(int msqid, int cmd, struct msqid_ds *buf);
