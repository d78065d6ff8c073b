struct point { int x, y; };
struct line { struct point from, to; char name[8]; };

void aggregates(void) {
    struct point p = {.y = 3}, q = {1};
    struct line flat = {1, 2, 3, 4, "l"}, zero = {0};
    struct point ps[2] = {{1}, {2, 3}};
    int a[3] = {0}, b[] = {1, [3] = 2};
    char text[] = "hi", buffer[100] = {0};
    struct point *r = &(struct point) {5, 6};
}

void systemTypes(void) {
    struct sigaction sa = {.sa_handler = SIG_IGN, .sa_mask = {0}}, zero = {0};
    struct sembuf take = {0, -1, SEM_UNDO}, both[2] = {{0, -1, 0}, {.sem_op = 1}};
    struct pollfd fds[] = {{0, POLLIN}};
    struct sockaddr_un address = {AF_UNIX, "path"};
}

void unknownTypes(void) {
    struct other a = {.x = 1, .y = {0}};
    struct other b = {0, f()};
    a = (struct other) {.x = 1};
}
