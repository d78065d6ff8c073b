/* <locale.h>, <langinfo.h>, <libintl.h>. */

char *setlocale(int category, const char *locale);
struct lconv *localeconv(void);
locale_t newlocale(int category_mask, const char *locale, locale_t base);
locale_t uselocale(locale_t newloc);
locale_t duplocale(locale_t locobj);
void freelocale(locale_t locobj);
char *nl_langinfo(int item);
[[ipc::view(result, msgid)]] char *gettext(const char *msgid);
[[ipc::view(result, msgid)]] char *dgettext(const char *domainname, const char *msgid);
[[ipc::view(result, msgid1)]] char *ngettext(const char *msgid1, const char *msgid2, unsigned long n);
char *textdomain(const char *domainname);
char *bindtextdomain(const char *domainname, const char *dirname);
/* What most programs call gettext. */
[[ipc::view(result, msgid)]] char *_(const char *msgid);
[[ipc::view(result, msgid)]] char *gettext_noop(const char *msgid);
