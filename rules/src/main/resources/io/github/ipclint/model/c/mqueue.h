/* <mqueue.h>: POSIX.1-2024 XBD mqueue.h. On Linux a queue is a descriptor (mq_overview(7)). It
   has no end of file: what would mean it is the failure. */

struct mq_attr {
    long mq_flags;
    long mq_maxmsg;
    long mq_msgsize;
    long mq_curmsgs;
};

[[ipc::names(result, posix_mq, name), ipc::acquires(result, mq, mode(oflag)), ipc::reads(name),
  ipc::creates(result, exclusive(oflag & O_EXCL), mode(args(0)), size(args(1)->mq_msgsize), when(oflag & O_CREAT)),
  ipc::reads(args(1), when((oflag & O_CREAT) && args(1))), ipc::argument(2, when(oflag & O_CREAT)),
  ipc::argument(3, when(oflag & O_CREAT)), ipc::becomes(result, cloexec), ipc::becomes(result, nonblocking, when(oflag & O_NONBLOCK)),
  ipc::fails(-1, EACCES, EEXIST, EINTR, EINVAL, ENAMETOOLONG, ENOENT, ENOMEM, ENOSPC, stuck(EMFILE, ENFILE)), ipc::must_check,
  ipc::seed]]
mqd_t mq_open(const char *name, int oflag, ...);

[[ipc::releases(mqdes, mq, always), ipc::fails(-1, stuck(EBADF))]] int mq_close(mqd_t mqdes);
[[ipc::removes(posix_mq, name), ipc::reads(name), ipc::fails(-1, EACCES, ENAMETOOLONG, ENOENT), ipc::seed]]
int mq_unlink(const char *name);

[[ipc::uses(mqdes, writable), ipc::transfers(out, mqdes, msg_ptr, msg_len), ipc::reads(msg_ptr, msg_len), ipc::blocks(mqdes),
  ipc::orders_before(mqdes), ipc::fails(-1, EAGAIN, EINTR, stuck(EBADF, EINVAL, EMSGSIZE)), ipc::must_check, ipc::interruptible, ipc::seed]]
int mq_send(mqd_t mqdes, const char *msg_ptr, size_t msg_len, unsigned int msg_prio);
[[ipc::uses(mqdes, writable), ipc::transfers(out, mqdes, msg_ptr, msg_len), ipc::reads(msg_ptr, msg_len), ipc::blocks(mqdes),
  ipc::orders_before(mqdes), ipc::fails(-1, EAGAIN, EINTR, ETIMEDOUT, stuck(EBADF, EINVAL, EMSGSIZE)), ipc::must_check,
  ipc::interruptible, ipc::seed]]
int mq_timedsend(mqd_t mqdes, const char *msg_ptr, size_t msg_len, unsigned int msg_prio, const struct timespec *abstime);

/* The buffer must hold the queue's largest message, else EMSGSIZE whatever is waiting. A queue has no end-of-file. */
[[ipc::uses(mqdes, readable), ipc::transfers(in, mqdes, msg_ptr, msg_len, eof(-1)), ipc::fills(msg_ptr, result), ipc::fills(msg_prio,
  when(msg_prio)),
  ipc::blocks(mqdes), ipc::orders_after(mqdes), ipc::fails(-1, EAGAIN, EINTR, stuck(EBADF, EINVAL, EMSGSIZE)), ipc::must_check,
  ipc::interruptible, ipc::seed]]
ssize_t mq_receive(mqd_t mqdes, char *msg_ptr, size_t msg_len, unsigned int *msg_prio);
[[ipc::uses(mqdes, readable), ipc::transfers(in, mqdes, msg_ptr, msg_len, eof(-1)), ipc::fills(msg_ptr, result), ipc::fills(msg_prio,
  when(msg_prio)),
  ipc::blocks(mqdes), ipc::orders_after(mqdes), ipc::fails(-1, EAGAIN, EINTR, ETIMEDOUT, stuck(EBADF, EINVAL, EMSGSIZE)),
  ipc::must_check, ipc::interruptible, ipc::seed]]
ssize_t mq_timedreceive(mqd_t mqdes, char *msg_ptr, size_t msg_len, unsigned int *msg_prio, const struct timespec *abstime);

/* Armed for one message into an empty queue (mq_notify(3)). */
[[ipc::uses(mqdes), ipc::becomes(mqdes, notified, when(notification)), ipc::reads(notification, when(notification)),
  ipc::calls(notification->sigev_notify_function, thread, argument(notification->sigev_value),
             when(notification && notification->sigev_notify == SIGEV_THREAD)),
  ipc::fails(-1, EBUSY, EINVAL, ENOMEM, stuck(EBADF)), ipc::must_check, ipc::seed]]
int mq_notify(mqd_t mqdes, const struct sigevent *notification);

[[ipc::uses(mqdes), ipc::fills(mqstat), ipc::fails(-1, stuck(EBADF))]] int mq_getattr(mqd_t mqdes, struct mq_attr *mqstat);
[[ipc::uses(mqdes), ipc::reads(mqstat), ipc::fills(omqstat, when(omqstat)),
  ipc::becomes(mqdes, nonblocking, when(mqstat->mq_flags & O_NONBLOCK)), ipc::becomes(mqdes, blocking,
  unless(mqstat->mq_flags & O_NONBLOCK)),
  ipc::fails(-1, EINVAL, stuck(EBADF))]]
int mq_setattr(mqd_t mqdes, const struct mq_attr *mqstat, struct mq_attr *omqstat);
