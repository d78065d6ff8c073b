typedef struct msgbuf { long mtype; char mtext[80]; } message_t;
struct node { char tag; struct node *next; union { int i; double d; } u; };

void sizes(message_t *m, int fds[2], struct stat *unknown) {
    struct msgbuf mb;
    struct node n;
    use(sizeof(struct msgbuf), sizeof mb, sizeof(mb.mtext), sizeof(*m), sizeof m->mtext - 1, sizeof fds);
    use(sizeof(n.next->tag), sizeof(message_t), sizeof "abc", sizeof(int[4]), sizeof(n), sizeof(unsigned short), sizeof(*unknown));
    use(offsetof(struct node, u.d), sizeof(pid_t), sizeof(m));
}
