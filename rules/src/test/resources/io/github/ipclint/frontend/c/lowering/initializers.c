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

void unknownTypes(void) {
    struct sigaction sa = {.sa_handler = SIG_IGN, .sa_mask = {0}};
    struct sockaddr_un address = {0};
    sa = (struct sigaction) {.sa_flags = 1};
}
