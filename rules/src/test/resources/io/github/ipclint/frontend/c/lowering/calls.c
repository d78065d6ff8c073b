struct ops { int (*read)(int); int (*all[2])(int); };
void handler(int);

void results(char *p, int *q) {
    int fd = open("a", O_RDONLY);
    p = (char *) malloc(4);
    q = (int *) (void *) shmat(1, 0, 0);
    close(fd);
    (void) close(fd);
    (int) close(fd);
    if ((q = (int *) calloc(1, 2)) == NULL)
        return;
    q[0] = open("b", O_CREAT | O_RDWR, 0666) + dup(dup(fd));
}

void pointers(void (*fp)(int), struct ops *o) {
    fp(1);
    (*fp)(2);
    o->read(3);
    (*o->read)(4);
    o->all[1](5);
    signal(SIGINT, handler);
    signal(SIGINT, &handler);
}

void assertions(int fd) {
    assert(fd >= 0 && "descriptor");
    read(fd, 0, 0);
}
